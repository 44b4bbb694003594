import type { Lose, SourceItem } from '../source-item.ts'

/** Whether an article comes out public, with the reason said when it was meant to be and does not. Never by accident. */
export function fateOf(item: SourceItem, isEmpty: boolean, now: Date, lose: Lose): 'published' | 'draft' {
  const { heldBack, publishedAt, title } = item
  if (heldBack !== null) {
    if (heldBack !== 'draft' && heldBack !== 'pending') lose('held-back', heldBack)
    return 'draft'
  }
  if (!publishedAt || publishedAt > now) {
    lose('held-back', `scheduled ${publishedAt?.toISOString() ?? ''}`.trim())
    return 'draft'
  }
  if (isEmpty) {
    lose('empty', title)
    return 'draft'
  }
  return 'published'
}
