import { htmlTree } from '../body/html-tree.ts'
import { plain } from '../body/tree-search.ts'

/** Words of a title or an excerpt, which other systems keep as markup: entities resolved, tags gone, one line. */
export function plainWords(html: string): string {
  const text = /[<&]/.test(html) ? plain(htmlTree(html, (url) => url)) : html
  return text.replace(unseen, ' ').replace(/\s+/g, ' ').trim().toWellFormed()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unseen = /[\u0000-\u001f\u007f\u00ad\u200b\ufeff\ufffe\uffff]+/g
