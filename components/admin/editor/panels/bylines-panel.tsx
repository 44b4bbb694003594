import type { Choice } from '#lib/domain/writing/editor/lookups.ts'
import { useSetting } from '../setting.ts'
import { AddChoice } from './add-choice.tsx'
import { OrderedList } from './ordered-list.tsx'
import type { PanelProps } from './panel.ts'
import { TextField } from './text-field.tsx'

export function BylinesPanel({
  draft,
  change,
  contributors,
  isFixed,
}: PanelProps & { readonly contributors: readonly Choice[]; readonly isFixed: boolean }) {
  const { words } = useSetting()
  const nameOf = (id: number) => contributors.find((one) => one.id === id)?.name ?? String(id)
  const others = contributors.filter(({ id }) => !draft.bylines.some((byline) => byline.contributorId === id))
  return (
    <fieldset disabled={isFixed}>
      {isFixed && <p className="hint">{words('bylines.fixed')}</p>}
      {draft.bylines.length === 0 && <p className="hint">{words('bylines.empty')}</p>}
      <OrderedList
        items={draft.bylines}
        idOf={(byline) => byline.contributorId}
        nameOf={(byline) => nameOf(byline.contributorId)}
        onChange={(bylines) => change({ bylines })}
      >
        {(byline, position) => (
          <TextField
            label={words('bylines.role', { name: nameOf(byline.contributorId) })}
            value={byline.role ?? ''}
            maxLength={100}
            onChange={(role) =>
              change({
                bylines: draft.bylines.map((one, at) => (at === position ? { ...one, role: role || null } : one)),
              })
            }
          />
        )}
      </OrderedList>
      <AddChoice
        label={words('bylines.add')}
        choices={others}
        onAdd={(contributorId) => change({ bylines: [...draft.bylines, { contributorId, role: null }] })}
      />
    </fieldset>
  )
}
