import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'

/** What each empty place asks for, by the name of its node. */
export function placeholdersOf(words: EditorWords): Readonly<Record<string, string>> {
  return {
    paragraph: words('placeholder.paragraph'),
    crosshead: words('placeholder.crosshead'),
    attribution: words('placeholder.attribution'),
    pullText: words('placeholder.pullText'),
    pullBy: words('placeholder.attribution'),
    factTitle: words('placeholder.factTitle'),
    tableCaption: words('placeholder.tableCaption'),
  }
}
