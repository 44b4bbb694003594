import slugify from '@sindresorhus/slugify'
import { isArticleSlug } from '#lib/domain/site/address.ts'

/** As many words as an address says aloud; the whole is at most 96 characters (lib/domain/site/address.ts). */
const mostLetters = 70

/** Letters of Kyrgyz and its neighbours that the library leaves out. */
const letters: [string, string][] = [
  ...pairs('ө:o ү:u ң:ng қ:k ғ:gh ұ:u һ:h ә:a і:i'),
  ...pairs('Ө:O Ү:U Ң:Ng Қ:K Ғ:Gh Ұ:U Һ:H Ә:A І:I'),
]

/** An address from a headline, in Latin letters of its own sound. Empty when nothing of it can be spelled. */
export function suggestSlug(headline: string): string {
  const slug = slugify(headline, { customReplacements: letters, decamelize: false })
  const cut =
    slug.length <= mostLetters
      ? slug
      : slug
          .slice(0, mostLetters + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, mostLetters)
  const plain = cut.replace(/[^a-z0-9-]/g, '').replace(/^-+|-+$/g, '')
  return isArticleSlug(plain) ? plain : ''
}

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)])
}
