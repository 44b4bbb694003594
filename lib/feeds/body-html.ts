import type { ArticleView } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { type AiWords, aiPartOf } from '#lib/domain/media/digital-source.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import type { Block, Body, Inline, Mark } from '#lib/domain/text/body.ts'
import { cropUrl } from '#lib/site/crop-url.ts'
import { absolute, articlePath } from '#lib/site/urls.ts'
import { element, escapeXml, raw } from './xml.ts'

/**
 * A body as HTML for feeds and partners: the elements of the page (components/reader/blocks), every address absolute, no class,
 * no style and no script, well-formed as XML too.
 */
export function bodyHtml(setting: BodySetting, body: Body): string {
  return body.map((block) => blockHtml(setting, block)).join('\n')
}

export type BodySetting = Pick<ArticleView, 'pictures' | 'linked'> & {
  readonly origin: string
  readonly edition: Pick<Edition, 'key' | 'isDefault'>
  readonly aiWords: AiWords
}

/** A picture with its caption and credit, as it stands in a text; when AI had a part in it, that is said between the two. */
export function figureHtml({ origin, aiWords }: Pick<BodySetting, 'origin' | 'aiWords'>, picture: Picture): string {
  const { url, width, height } = cropUrl(origin, picture, 'whole')
  const aiPart = aiPartOf(picture.digitalSource)
  const words = [picture.caption, aiPart && `[${aiWords[aiPart]}]`, picture.credit && `(${picture.credit})`]
    .filter(Boolean)
    .join(' ')
  const image = element('img', null, { src: url, width, height, alt: picture.alt })
  return raw('figure', image + (words ? element('figcaption', words) : ''))
}

function blockHtml(setting: BodySetting, block: Block): string {
  const inline = (content: Inline) => inlineHtml(setting, content)
  switch (block.kind) {
    case 'paragraph':
      return raw('p', inline(block.content))
    case 'crosshead':
      return element('h2', block.text)
    case 'quotation':
      return raw(
        'blockquote',
        [
          ...block.paragraphs.map((paragraph) => raw('p', inline(paragraph))),
          ...(block.attribution ? [raw('p', `— ${inline(block.attribution)}`)] : []),
        ].join(''),
      )
    case 'pull-quote':
      // Words of the article again, for the eye: a reader of feeds would take them for a mistake.
      return ''
    case 'list':
      return raw(block.ordered ? 'ol' : 'ul', block.items.map((item) => raw('li', inline(item))).join(''))
    case 'figure': {
      const picture = setting.pictures.get(block.pictureId)
      return picture ? figureHtml(setting, picture) : ''
    }
    case 'table':
      return tableHtml(block, inline)
    case 'fact-box':
      return raw('aside', element('h3', block.title) + block.body.map((part) => blockHtml(setting, part)).join(''))
    case 'embed':
      return raw(
        'blockquote',
        [
          raw('p', element('strong', block.title)),
          element('p', block.fallback),
          raw('p', element('a', block.provider, { href: block.url, rel: 'noopener nofollow' })),
        ].join(''),
      )
    case 'divider':
      return '<hr/>'
    default:
      return block satisfies never
  }
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, inline: (content: Inline) => string): string {
  const rows = table.rows.map((row) =>
    raw(
      'tr',
      row
        .map((cell, column) => {
          const isHead = column === 0 && table.hasRowHeads
          return raw(isHead ? 'th' : 'td', inline(cell), isHead ? { scope: 'row' } : {})
        })
        .join(''),
    ),
  )
  const head = raw('tr', table.head.map((cell) => raw('th', inline(cell), { scope: 'col' })).join(''))
  return raw('table', element('caption', table.caption) + raw('thead', head) + raw('tbody', rows.join('')))
}

function inlineHtml(setting: BodySetting, content: Inline): string {
  return content
    .map(({ text, marks = [] }) => marks.reduceRight((inner, mark) => marked(setting, mark, inner), escapeXml(text)))
    .join('')
}

function marked({ origin, edition, linked }: BodySetting, mark: Mark, inner: string): string {
  switch (mark.kind) {
    case 'strong':
      return raw('strong', inner)
    case 'emphasis':
      return raw('em', inner)
    case 'link':
      return raw('a', inner, { href: absolute(origin, mark.href) })
    case 'article-link': {
      const article = linked.get(mark.articleId)
      return article ? raw('a', inner, { href: absolute(origin, articlePath(edition, article)) }) : inner
    }
    case 'language':
      return raw('span', inner, { lang: mark.lang })
    default:
      return mark satisfies never
  }
}
