/**
 * A text cut into words and signs, each with the space behind it: the grain in which texts are compared and merged. Put
 * together again it is the same text.
 */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}’'-]+\s*|[^\p{L}\p{M}\p{N}’'\s-]\s*/gu) ?? []
}
