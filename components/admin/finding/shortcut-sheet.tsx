import { useSyncExternalStore } from 'react'
import { Dialog } from '../ui/dialog.client.tsx'
import type { ShortcutPart } from './shortcuts.ts'

export type SheetWords = {
  readonly title: string
  readonly close: string
  readonly off: string
  readonly settings: string
}

type Props = {
  readonly isOpen: boolean
  readonly parts: readonly ShortcutPart[]
  readonly hasSingleKeys: boolean
  readonly words: SheetWords
  readonly onClose: () => void
}

/** All keys of the page at hand. Those that are switched off are not among them; the sheet says where they are switched on. */
export function ShortcutSheet({ isOpen, parts, hasSingleKeys, words, onClose }: Props) {
  const mod = useSyncExternalStore(neverChanges, modOfPage, () => 'Ctrl')
  return (
    <Dialog isOpen={isOpen} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className="sheet-of-keys">
        {parts.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts
                .filter(({ isSingle }) => hasSingleKeys || !isSingle)
                .map(({ label, keys }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd dir="ltr">
                      {keys.map((key) => (
                        <kbd key={key}>{key === 'mod' ? mod : key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <p className="hint">
          {!hasSingleKeys && `${words.off} `}
          <a href="/admin/account#keyboard">{words.settings}</a>
        </p>
      </div>
    </Dialog>
  )
}

const neverChanges = () => () => undefined

function modOfPage(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
