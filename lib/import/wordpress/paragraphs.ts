/** Inside these, line ends are text. */
const kept = /^<(\/?)(pre|script|style|textarea|svg)\b/i

/**
 * WordPress's `wpautop` in what it means: text from before blocks has no paragraphs, only blank lines; a single line end is a line
 * break. A `br` ends a paragraph of ours, so both become one.
 */
export function withParagraphs(text: string): string {
  let keeping = ''
  return text
    .split(/(<[^<>]*>)/)
    .map((piece) => {
      const [, closes, name = ''] = kept.exec(piece) ?? []
      if (name) keeping = closes ? '' : name
      return piece.startsWith('<') || keeping ? piece : piece.replace(/\n\s*/g, '<br>')
    })
    .join('')
}
