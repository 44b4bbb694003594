import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editorMessages } from './editor/of-locale.ts'
import { savingMessages } from './editor/saving/of-locale.ts'
import { adminCatalogues } from './words.ts'

/** One word each (docs/glossary.md): beside the word that the newsroom says, others that have meant the same thing in a draft. */
const rivals: Readonly<Record<string, readonly { readonly word: string; readonly not: RegExp }[]>> = {
  en: [
    { word: 'article', not: /\b(blog|the new|this) posts?\b/i },
    { word: 'headline', not: /\bheading\b/i },
    { word: 'withdraw', not: /unpublish/i },
  ],
  ru: [
    { word: 'лид', not: /подводк|вводк/i },
    { word: 'изображение или снимок', not: /картинк/i },
    { word: 'версия (статьи)', not: /нов(ую|ая) редакци|редакция не создана|такой редакции/i },
  ],
  ky: [
    { word: 'лид', not: /кириш сөз/i },
    { word: 'аталышы', not: /(?<!ички )баш сап/i },
    { word: 'версия (макаланын)', not: /жаңы редакция|мындай редакция/i },
  ],
  fa: [
    { word: 'سرور', not: /کارساز/ },
    { word: 'رایانامه', not: /ایمیل/ },
    { word: 'نسخه (edition)', not: /ویراست(?!ار)|این ویرایش/ },
  ],
}

type Tree = { readonly [key: string]: string | Tree }

function textsOf(tree: Tree): readonly string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))
}

for (const [language, terms] of Object.entries(rivals))
  test(`the newsroom says one word for one thing: ${language}`, () => {
    const texts = [adminCatalogues[language], editorMessages(language), savingMessages(language)].flatMap((catalogue) =>
      textsOf(catalogue as Tree),
    )
    for (const { word, not } of terms)
      assert.deepEqual(
        texts.filter((text) => not.test(text)),
        [],
        word,
      )
  })
