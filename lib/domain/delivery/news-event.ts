/** What programs outside are told of: each a change of what readers see. */
export const newsEvents = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.withdrawn',
  'article.killed',
] as const

export type NewsEventKind = (typeof newsEvents)[number]

/** A row of the outbox, as far as it tells what happened to an article. */
export type ArticleChange = { readonly kind: string; readonly from?: string; readonly to?: string }

/** What readers' programs should hear of a change; null when nothing that readers see is another than before. */
export function newsEventOf({ kind, from, to }: ArticleChange): NewsEventKind | null {
  if (!kind.startsWith('article.')) return null
  const isPublic = to === 'published'
  if (from !== 'published') return isPublic ? 'article.published' : to === 'killed' ? 'article.killed' : null
  if (to === 'withdrawn' || to === 'killed') return `article.${to}`
  if (!isPublic) return null
  if (kind === 'article.correct') return 'article.corrected'
  // A saved text that waits beside the published one changes nothing for readers.
  return kind === 'article.publish' || kind === 'article.move' ? 'article.updated' : null
}
