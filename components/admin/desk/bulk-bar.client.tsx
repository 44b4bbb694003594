'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { type Option, Select } from '../ui/select.tsx'
import { useHasScript } from '../ui/use-has-script.ts'

export type BulkBarWords = Readonly<
  Record<'bar' | 'selectPage' | 'clear' | 'act' | 'chooseAct' | 'go' | 'hint', string>
> & {
  /** By number: how many are selected, from none to all of the page. */
  readonly selected: readonly string[]
}

type Props = {
  /** The boxes of the rows name this form. */
  readonly id: string
  readonly acts: readonly Option[]
  /** The list's own address behind the question mark, to come back to. */
  readonly back: string
  readonly words: BulkBarWords
}

/**
 * What to do with the ticked rows: a plain form, which leads to a page that says what will happen. Script adds the number, the whole
 * page at once, and Shift with a click for a stretch.
 */
export function BulkBar({ id, acts, back, words }: Props) {
  const hasScript = useHasScript()
  const [count, setCount] = useState(0)
  const last = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    const recount = () => setCount(boxesOf(id).filter(({ checked }) => checked).length)
    const click = (event: MouseEvent) => {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || !boxesOf(id).includes(box)) return
      if (event.shiftKey && last.current) tickStretch(boxesOf(id), last.current, box)
      last.current = box
      recount()
    }
    // A page that comes back from history has its ticks, and was counted without them.
    recount()
    document.addEventListener('click', click)
    window.addEventListener('pageshow', recount)
    return () => {
      document.removeEventListener('click', click)
      window.removeEventListener('pageshow', recount)
    }
  }, [id])
  const tickAll = (checked: boolean) => {
    for (const box of boxesOf(id)) box.checked = checked
    setCount(checked ? boxesOf(id).length : 0)
  }
  return (
    <form
      id={id}
      className="bulk"
      action="/admin/articles/bulk"
      aria-label={words.bar}
      data-has={count > 0 || undefined}
    >
      <input type="hidden" name="back" value={back} />
      <div className="row">
        {hasScript && (
          <>
            <p role="status">{words.selected[count]}</p>
            <Button type="button" kind="quiet" onPress={() => tickAll(count === 0)}>
              {count === 0 ? words.selectPage : words.clear}
            </Button>
          </>
        )}
      </div>
      <div className="row">
        <Select
          name="act"
          label={words.act}
          options={[{ value: '', label: words.chooseAct }, ...acts]}
          id={`${id}-act`}
        />
        <Button>{words.go}</Button>
      </div>
      <p className="hint">{words.hint}</p>
    </form>
  )
}

function boxesOf(form: string): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[data-select][form="${form}"]`)]
}

/** Everything between the last box and this one gets this one's tick. */
function tickStretch(boxes: readonly HTMLInputElement[], one: HTMLInputElement, other: HTMLInputElement): void {
  const [from, to] = [boxes.indexOf(one), boxes.indexOf(other)].toSorted((a, b) => a - b)
  for (const box of boxes.slice(from, (to ?? 0) + 1)) box.checked = other.checked
}
