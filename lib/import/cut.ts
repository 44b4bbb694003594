/** A text that is too long for its place ends after a word. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most - 1)
  return `${text.slice(0, space > most / 2 ? space : most - 1).toWellFormed()}…`
}
