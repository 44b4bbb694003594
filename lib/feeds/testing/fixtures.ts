import type { Syndicated } from '#lib/domain/lists/syndicated.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { articleItem, type FeedFrame, makeFeed, pagesByCursor, removedItem } from '#lib/feeds/make-feed.ts'
import { article, en, fa, picture } from '#lib/site/testing/fixtures.ts'

export const aiWords = { made: 'Image made with AI', altered: 'Image altered with AI' }
export const origin = 'https://news.example'

export const hostileText = 'a ]]> b & c <script>alert("1")</script> 😀 \u202eRTL\u202c \u0000\u000b\ud800'

/** One of every kind of block. */
export const everyBlock: Body = [
  {
    kind: 'paragraph',
    content: [
      { text: hostileText },
      { text: 'strong', marks: [{ kind: 'strong' }, { kind: 'emphasis' }] },
      { text: 'away', marks: [{ kind: 'link', href: 'https://other.example/?a=1&b="2"' }] },
      { text: 'within', marks: [{ kind: 'link', href: '/about' }] },
      { text: 'story', marks: [{ kind: 'article-link', articleId: 7 }] },
      { text: 'gone', marks: [{ kind: 'article-link', articleId: 8 }] },
      { text: 'سلام', marks: [{ kind: 'language', lang: 'fa' }] },
    ],
  },
  { kind: 'crosshead', text: 'Who goes?', anchor: 'who-goes' },
  { kind: 'quotation', paragraphs: [[{ text: 'I saw it.' }]], attribution: [{ text: 'A witness' }] },
  { kind: 'pull-quote', text: 'I saw it.' },
  { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
  { kind: 'figure', pictureId: 5, size: 'wide' },
  { kind: 'figure', pictureId: 6, size: 'text' },
  {
    kind: 'table',
    caption: 'Years',
    head: [[{ text: 'Year' }], [{ text: 'Km' }]],
    rows: [[[{ text: '1931' }], [{ text: '1,442' }]]],
    hasRowHeads: true,
    numericColumns: [1],
  },
  { kind: 'fact-box', title: 'Facts', body: [{ kind: 'paragraph', content: [{ text: 'A fact.' }] }] },
  {
    kind: 'embed',
    provider: 'Video site',
    url: 'https://video.example/1',
    title: 'A film',
    fallback: 'It shows a river.',
  },
  { kind: 'divider' },
]

export const syndicated: Syndicated = {
  edition: en,
  article: {
    ...article,
    body: everyBlock,
    pictures: new Map([[5, picture]]),
    linked: new Map([[7, { id: 7, blogSlug: 'the-long-line', slug: 'other', headline: 'Other' }]]),
  },
}

export const persian: Syndicated = {
  edition: fa,
  article: { ...syndicated.article, id: 43, slug: 'rah', headline: 'خط آهن ]]> & 😀', picture: null, bylines: [] },
}

const frame: FeedFrame = {
  origin,
  edition: en,
  name: 'edition/1',
  title: 'Masthead & sons <feed>',
  description: 'News of “rivers” ]]>',
  publisher: 'Masthead',
  explanation: 'This is a feed:',
  hubs: ['https://hub.example/'],
  form: 'full',
  page: '/latest',
}

const cursor = { at: new Date('2026-11-18T20:30:00Z'), id: 42 }

/** A middle page of a feed with hostile words, a Persian article and one that is gone. */
export function feedOf(form: 'full' | 'standfirst' = 'full', given: Partial<FeedFrame> = {}) {
  const paging = { kind: 'older-than', cursor } as const
  return makeFeed(
    { ...frame, form, ...given },
    {
      pages: pagesByCursor('/latest', paging, {
        older: { at: new Date('2026-11-01T00:00:00Z'), id: 9 },
        newer: cursor,
      }),
      items: [syndicated, persian].map((one) =>
        articleItem(origin, one, { form, correctionWord: 'Correction', aiWords }),
      ),
      removed: [
        removedItem(
          origin,
          {
            ...{ id: 41, edition: en, isKilled: true, notice: null },
            publishedAt: new Date('2026-11-01T00:00:00Z'),
            withdrawnAt: new Date('2026-11-20T00:00:00Z'),
          },
          { title: 'This article has been withdrawn', text: 'It is & was <gone>.' },
        ),
      ],
    },
  )
}
