/** Where a comment stands: the words it is about, those around them, and the block they stood in when it was written. */
export type CommentAnchor = {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly blockIndex: number
}

export type Place = { readonly blockIndex: number; readonly from: number; readonly to: number }

/** Characters kept on each side: enough to tell one "he said" from the next. */
const surroundings = 40
export const longestQuote = 500

/** `blocks` are the texts of the body's blocks; the words from `from` to `to` of one of them are commented on. */
export function makeAnchor(blocks: readonly string[], { blockIndex, from, to }: Place): CommentAnchor {
  const text = blocks[blockIndex] ?? ''
  const end = Math.min(to, from + longestQuote)
  return {
    quote: text.slice(from, end),
    // A cut through a pair of surrogates leaves half a character, which is no text.
    prefix: text.slice(Math.max(0, from - surroundings), from).toWellFormed(),
    suffix: text.slice(end, end + surroundings).toWellFormed(),
    blockIndex,
  }
}

/**
 * Finds the words again after edits, as the Web Annotation model's text quote does (W3C, 4.2.4): of all places where the quote
 * stands the one whose surroundings are most like those remembered, then the one nearest to its old block. Null when the
 * words are gone.
 */
export function findAnchor(blocks: readonly string[], anchor: CommentAnchor): Place | null {
  const { quote, prefix, suffix } = anchor
  if (quote === '') return null
  let best: { readonly place: Place; readonly likeness: number; readonly distance: number } | null = null
  for (const [blockIndex, text] of blocks.entries())
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      const to = from + quote.length
      const likeness = endShared(text.slice(0, from), prefix) + endShared(reversed(text.slice(to)), reversed(suffix))
      const distance = Math.abs(blockIndex - anchor.blockIndex)
      if (!best || likeness > best.likeness || (likeness === best.likeness && distance < best.distance))
        best = { place: { blockIndex, from, to }, likeness, distance }
    }
  return best?.place ?? null
}

/** Characters that both end with. */
function endShared(one: string, other: string): number {
  let shared = 0
  while (shared < other.length && shared < one.length && one.at(-1 - shared) === other.at(-1 - shared)) shared++
  return shared
}

function reversed(text: string): string {
  return text.slice(0, surroundings).split('').reverse().join('')
}
