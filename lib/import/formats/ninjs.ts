import { z } from 'zod'
import type { FileHead } from '../reading/decode-file.ts'
import { type JsonRow, readJsonRows } from '../reading/json-rows.ts'
import { jsonMembers, jsonWord } from '../reading/json-word.ts'
import type { SkippedItem, Source, SourceAuthor, SourceItem, SourcePicture } from '../source-item.ts'
import { dateIn } from './date-in.ts'
import { lastSegment, topicOf } from './feed.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'

/**
 * What of ninjs 1.0 to 3.1 an article is made from; agencies add members of their own, and leave most of these out. Names are in lower
 * case: what 1.x called `pubstatus` is `pubStatus` since 2.0 (`withLowerNames`).
 */
const text = z.string().catch('')
const named = z.object({ name: text, rel: text.optional() })
const held = z.object({
  href: text,
  mimetype: text.optional(),
  contenttype: text.optional(),
  width: z.number().optional().catch(undefined),
})
const body = z.object({ value: text, contenttype: text.optional(), role: text.optional() })
const textual = z
  .union([
    z.string(),
    z.array(z.object({ value: text, role: text.optional() })).transform((all) => all[0]?.value ?? ''),
  ])
  .catch('')
const renditions = z.union([z.record(z.string(), held).transform(Object.values), z.array(held)]).catch([])

const associated = z.object({
  type: text,
  name: text.optional(),
  headline: text.optional(),
  description_text: text.optional(),
  descriptions: z.array(body).catch([]).optional(),
  body_text: text.optional(),
  renditions: renditions.optional(),
})

const shape = z.object({
  uri: z.string().min(1),
  type: text.optional(),
  pubstatus: text.optional(),
  embargoed: text.optional(),
  embargoeduntil: text.optional(),
  embargoedreason: text.optional(),
  headline: textual.optional(),
  headlines: z.array(body).catch([]).optional(),
  slugline: textual.optional(),
  description_text: text.optional(),
  descriptions: z.array(body).catch([]).optional(),
  body_html: text.optional(),
  body_xhtml: text.optional(),
  body_text: text.optional(),
  bodies: z.array(body).catch([]).optional(),
  byline: text.optional(),
  by: text.optional(),
  infosources: z.unknown().optional(),
  firstcreated: text.optional(),
  firstpublished: text.optional(),
  contentcreated: text.optional(),
  versioncreated: text.optional(),
  contentmodified: text.optional(),
  copyrightholder: text.optional(),
  subject: z.array(named).catch([]).optional(),
  subjects: z.array(named).catch([]).optional(),
  people: z.array(named).catch([]).optional(),
  organisations: z.array(named).catch([]).optional(),
  altids: z
    .array(z.object({ role: text, value: text }))
    .catch([])
    .optional(),
  links: z
    .array(z.object({ rel: text, href: text }))
    .catch([])
    .optional(),
  associations: z
    .union([z.record(z.string(), associated).transform(Object.values), z.array(associated)])
    .catch([])
    .optional(),
})

/** Where an answer of an API keeps its documents. */
const lists: ReadonlySet<string> = new Set(['items', '_items', 'newsItems'])

/** Names in lower case, at every depth. A file goes no deeper than lib/import/reading/json-rows.ts lets it. */
function withLowerNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLowerNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), withLowerNames(one)]))
}

/** IPTC ninjs: one document, an array of them, documents one a line, or the `items` of an answer. */
export async function openNinjs(path: string, head: FileHead): Promise<Source> {
  const start = head.text.replace(/^\ufeff?\s*/, '')
  const paths = start.startsWith('[') ? ['$.*'] : /^\{\s*"(?:_?items|newsItems)"/.test(start) ? ['$.*.*'] : ['$']
  const rows = async function* () {
    for await (const row of readJsonRows(path, head.encoding, paths))
      if (row.path.length < 2 || lists.has(String(row.path[0]))) yield { ...row, value: withLowerNames(row.value) }
  }
  let total = 0
  let first = ''
  for await (const row of rows()) {
    const item = documentOf(row)
    if (!item) continue
    total++
    first ||= item.uri
  }
  const origin = URL.parse(first)?.origin
  const url = origin && origin !== 'null' ? origin : null
  const key = url ? siteKey(url, '') : `ninjs:${first.split(':').slice(0, 2).join(':') || 'none'}`
  return {
    ...{ format: 'ninjs', key, title: url ? (URL.parse(url)?.hostname ?? '') : key, url, total, losses: [] },
    items: async function* () {
      for await (const row of rows()) yield itemOf(row)
    },
    plainHtml: (item) => item.html,
    close: () => undefined,
  }
}

function documentOf({ value }: JsonRow) {
  const parsed = shape.safeParse(value)
  return parsed.success ? parsed.data : null
}

function itemOf(row: JsonRow): SourceItem | SkippedItem {
  const news = documentOf(row)
  if (!news) return { kind: 'skipped', type: 'no ninjs', label: row.path.join('.') || 'document' }
  const title = plainWords(news.headline || news.headlines?.[0]?.value || '')
  const { type = 'text', pubstatus = 'usable' } = news
  if (!['text', 'composite', ''].includes(type)) return { kind: 'skipped', type, label: title || news.uri }
  const publishedAt = dateIn(
    news.firstpublished || news.firstcreated || news.contentcreated || news.versioncreated || '',
  )
  const html = news.bodies?.find(({ contenttype }) => contenttype?.includes('html'))?.value
  const words = news.body_text || news.bodies?.find(({ contenttype }) => !contenttype?.includes('html'))?.value
  const link =
    news.links?.find(({ rel }) => ['canonical', 'alternate'].includes(rel))?.href ||
    news.altids?.find(({ role }) => role === 'canonical')?.value
  const address = link || (/^https?:/.test(news.uri) ? news.uri : null)
  return {
    ...{ kind: 'article', foreignId: news.uri, title, publishedAt, address, formerAddresses: [] },
    slug: address ? lastSegment(address) : '',
    html: news.body_html || news.body_xhtml || html || paragraphs(words ?? ''),
    excerpt: plainWords(news.description_text || news.descriptions?.[0]?.value || '').slice(0, 500),
    description: null,
    heldBack: heldBackOf(pubstatus, news.embargoed || news.embargoeduntil || '', publishedAt),
    changedAt: dateIn(news.contentmodified || news.versioncreated || ''),
    authors: authorsOf(news),
    topics: [...(news.subject ?? []), ...(news.subjects ?? [])].flatMap(({ name }) => topicOf(name)),
    picture: (news.associations ?? []).flatMap(pictureOf)[0] ?? null,
    comments: 0,
    losses: lossesOf(row.value, news),
  }
}

type News = z.infer<typeof shape>

/** Whoever is named as an author, one by one; else the byline, as the one name that it is. */
function authorsOf({ people = [], organisations = [], byline, by }: News): readonly SourceAuthor[] {
  const named = [...people, ...organisations].filter(({ rel }) => rel === 'author').map(({ name }) => name)
  const names = named.length > 0 ? named : [(byline || by || '').replace(/^by\s+/i, '')]
  return names.map(plainWords).flatMap((name) => (name ? [{ id: name.toLowerCase(), name, bio: '' }] : []))
}

/** Members that tell of the document itself, or that an article is made from. */
const taken: ReadonlySet<string> = new Set([
  ...Object.keys(shape.shape).filter(
    (name) => !['people', 'organisations', 'infosources', 'copyrightholder'].includes(name),
  ),
  ...[
    'standard',
    '$standard',
    'mimetype',
    'version',
    'profile',
    'representationtype',
    'charcount',
    'wordcount',
    'language',
  ],
  ...['title', 'titles', 'urgency', '$schema', 'renditions'],
])

/** Sound, film and further pictures, and members that articles don't have: places, rights, notes to editors. */
function lossesOf(value: unknown, { associations = [] }: News): SourceItem['losses'] {
  const pictures = associations.flatMap(pictureOf).slice(1)
  const others = associations.filter(({ type }) => type !== 'picture')
  const fields = Object.entries(jsonMembers(value)).filter(
    ([name, member]) => !taken.has(name) && isSaid(member) && !isOfAuthors(member),
  )
  return [
    ...pictures.map(({ url }) => ({ kind: 'no-equivalent', detail: `association picture ${url}` }) as const),
    ...others.map(({ type, headline, name }) => {
      const detail = `association ${type} ${headline || name || ''}`.trim()
      return { kind: 'no-equivalent', detail } as const
    }),
    ...fields.map(
      ([name, member]) => ({ kind: 'field', detail: [name, jsonWord(member)].filter(Boolean).join(': ') }) as const,
    ),
  ]
}

/** Whoever else is named is told of, and articles have no place for that. */
function isOfAuthors(member: unknown): boolean {
  return Array.isArray(member) && member.every((one) => jsonMembers(one).rel === 'author')
}

function isSaid(member: unknown): boolean {
  return typeof member === 'object' && member !== null ? Object.keys(member).length > 0 : Boolean(member)
}

function heldBackOf(pubstatus: string, embargoed: string, publishedAt: Date | null): string | null {
  if (pubstatus !== 'usable' && pubstatus !== '') return pubstatus
  if (embargoed) return `embargo ${embargoed}`
  return publishedAt ? null : 'no date'
}

function pictureOf(one: z.infer<typeof associated>): readonly SourcePicture[] {
  if (one.type !== 'picture') return []
  const largest = (one.renditions ?? []).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]
  if (!largest?.href) return []
  const { descriptions = [] } = one
  const alt = descriptions.find(isAlt)?.value || one.headline || ''
  const caption = one.description_text || descriptions.find((words) => !isAlt(words))?.value || one.body_text || ''
  return [{ url: largest.href, alt: plainWords(alt), caption: plainWords(caption) }]
}

/** As this program writes it (lib/feeds/ninjs.ts): the standard leaves roles to whoever writes. */
function isAlt({ role }: z.infer<typeof body>): boolean {
  return role === 'altText'
}

function paragraphs(words: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return safe
    .split(/\n\s*\n|\r\n\r\n/)
    .map((part) => `<p>${part}</p>`)
    .join('')
}
