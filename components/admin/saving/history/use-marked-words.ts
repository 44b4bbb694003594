import { useEffect, useRef, useState } from 'react'
import { type CommentAnchor, makeAnchor } from '#lib/domain/writing/saving/anchor.ts'

/**
 * The words that are marked in the text of the article, remembered while a comment on them is written: to write it, the mark moves
 * into the field.
 */
export function useMarkedWords(): {
  readonly marked: CommentAnchor | null
  readonly forget: () => void
} {
  const [marked, setMarked] = useState<CommentAnchor | null>(null)
  const last = useRef<string>('')
  useEffect(() => {
    const onChange = () => {
      const selection = document.getSelection()
      const anchor = selection && anchorOf(selection)
      // A mark anywhere else, in a field or on a button, leaves the remembered one.
      if (anchor === undefined) return
      const key = JSON.stringify(anchor)
      if (key === last.current) return
      last.current = key
      setMarked(anchor)
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [])
  return { marked, forget: () => setMarked(null) }
}

/** Marks over several blocks stand for their part in the first one. Null: nothing is marked there. Undefined: not in the text. */
function anchorOf(selection: Selection): CommentAnchor | null | undefined {
  if (selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = range.startContainer
  const root = (start instanceof Element ? start : start.parentElement)?.closest('.body-text[role=textbox]')
  if (!root) return undefined
  if (selection.isCollapsed) return null
  const blocks = [...root.children]
  const blockIndex = blocks.findIndex((block) => block.contains(start))
  const block = blocks[blockIndex]
  if (!block) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(start, range.startOffset)
  const from = before.toString().length
  const texts = blocks.map((one) => one.textContent ?? '')
  const to = Math.min(from + range.toString().length, texts[blockIndex]?.length ?? 0)
  const anchor = makeAnchor(texts, { blockIndex, from, to })
  return anchor.quote.trim() === '' ? null : anchor
}
