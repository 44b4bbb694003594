import type { Option, OptionGroup } from './options.ts'

type Props = {
  readonly id: string
  readonly label: string
  readonly groups: readonly OptionGroup[]
  readonly active: number
  readonly idOf: (index: number) => string
  readonly isBusy: boolean
  readonly onChoose: (option: Option) => void
}

/** The rows, in groups with a name each. A pointer takes a row without taking the focus out of the field. */
export function FinderList({ id, label, groups, active, idOf, isBusy, onChoose }: Props) {
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { options }) => sum + options.length, 0))
  return (
    <div className="finder-list" id={id} role="listbox" aria-label={label} aria-busy={isBusy}>
      {groups.map((group, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups and options only, no fieldset
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
          <p id={`${id}-${group.key}`} role="presentation">
            {group.title}
          </p>
          {group.options.map((option, offset) => {
            const index = (starts[place] ?? 0) + offset
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: as the list
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
              <div
                key={option.key}
                id={idOf(index)}
                role="option"
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(option)}
              >
                <span lang={option.lang} dir={option.dir}>
                  {option.title}
                </span>
                {option.detail && <small dir="auto">{option.detail}</small>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
