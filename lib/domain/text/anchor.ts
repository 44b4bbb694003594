/**
 * An id for a crosshead, from its first wording; a later wording keeps it, so links to a section survive edits. The prefix
 * keeps it apart from the ids of the page around the article.
 */
export function anchorOf(text: string, taken: ReadonlySet<string>): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const base = `s-${words.join('-').slice(0, longest) || 'section'}`
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

const longest = 60
