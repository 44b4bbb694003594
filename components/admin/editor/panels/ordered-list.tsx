import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useSetting } from '../setting.ts'

/** A list in an order that matters: buttons move an entry, and so do Alt+arrows anywhere in it. Each move is said aloud. */
export function OrderedList<T>({
  items,
  nameOf,
  idOf,
  onChange,
  children,
}: {
  readonly items: readonly T[]
  readonly nameOf: (item: T) => string
  readonly idOf: (item: T) => number
  readonly onChange: (items: readonly T[]) => void
  readonly children: (item: T, position: number) => ReactNode
}) {
  const { words } = useSetting()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, step: -1 | 1) => {
    const item = items[from]
    const to = from + step
    if (!item || to < 0 || to >= items.length) return
    const others = items.filter((_, position) => position !== from)
    onChange([...others.slice(0, to), item, ...others.slice(to)])
    setSaid(words('list.moved', { name: nameOf(item), position: to + 1 }))
  }
  const onKeyDown = (event: KeyboardEvent, position: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(position, event.key === 'ArrowUp' ? -1 : 1)
  }
  const remove = (position: number) => {
    onChange(items.filter((_, other) => other !== position))
    list.current?.closest('section')?.querySelector<HTMLElement>('select')?.focus()
  }
  return (
    <>
      <ol className="ordered" ref={list}>
        {items.map((item, position) => {
          const name = nameOf(item)
          return (
            <li key={idOf(item)} onKeyDown={(event) => onKeyDown(event, position)}>
              <div className="row">
                <strong dir="auto">{name}</strong>
                {items.length > 1 && (
                  <>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={words('list.up', { name })}
                      aria-disabled={position === 0}
                      onClick={() => move(position, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={words('list.down', { name })}
                      aria-disabled={position === items.length - 1}
                      onClick={() => move(position, 1)}
                    >
                      ↓
                    </button>
                  </>
                )}
                <button
                  type="button"
                  className="button quiet"
                  aria-label={words('list.remove', { name })}
                  onClick={() => remove(position)}
                >
                  ×
                </button>
              </div>
              {children(item, position)}
            </li>
          )
        })}
      </ol>
      <p className="hidden-words" role="status">
        {said}
      </p>
    </>
  )
}
