import { z } from 'zod'
import type { FileHead } from '../reading/decode-file.ts'
import { readJsonRows } from '../reading/json-rows.ts'
import { jsonWord } from '../reading/json-word.ts'
import { type Lookup, openLookup } from '../reading/lookup.ts'
import type { SkippedItem, Source, SourceAuthor, SourceItem, SourceTopic } from '../source-item.ts'
import { dateIn } from './date-in.ts'
import { htmlOfLexical } from './ghost-lexical.ts'
import { htmlOfMobiledoc } from './ghost-mobiledoc.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const text = z.string().nullish().catch(null)

const postShape = z.object({
  ...{
    id,
    uuid: text,
    title: text,
    slug: text,
    html: text,
    lexical: text,
    mobiledoc: text,
    status: text,
    visibility: text,
  },
  ...{
    type: text,
    custom_excerpt: text,
    feature_image: text,
    published_at: text,
    updated_at: text,
    canonical_url: text,
    custom_template: text,
    codeinjection_head: text,
    codeinjection_foot: text,
  },
  featured: z.union([z.boolean(), z.number()]).nullish().catch(null),
  page: z.union([z.boolean(), z.number()]).nullish().catch(null),
  author_id: id.nullish().catch(null),
})
type Post = z.infer<typeof postShape>

const linkShape = z.object({
  post_id: id,
  tag_id: id.optional(),
  author_id: id.optional(),
  sort_order: z.number().catch(0),
})
const metaShape = z.object({
  post_id: id,
  feature_image_alt: text,
  feature_image_caption: text,
  meta_description: text,
  meta_title: text,
})
const tagShape = z.object({ id, name: text, slug: text, visibility: text, description: text })
const userShape = z.object({ id, name: text, slug: text, bio: text })
const commentShape = z.object({ post_id: id }).transform(({ post_id }) => ({ post_id }))
const settingShape = z.object({ key: z.string(), value: z.unknown() })

/** Rows of all tables, each alone in memory: Ghost writes them in the order of their names, so posts come before their tags. */
const everyRow = ['$.db.*.data.*.*', '$.data.*.*']

/** The JSON of Ghost's Settings → Export, 0.x to 6. */
export async function openGhost(path: string, head: FileHead): Promise<Source> {
  const lookup = openLookup()
  const site = { title: '', url: '' }
  let total = 0
  for await (const { path: place, value } of readJsonRows(path, head.encoding, everyRow)) {
    const table = place.at(-2)
    if (table === 'posts') total++
    else if (table === 'posts_tags') note(lookup, 'post-tag', linkShape, value, ({ post_id }) => post_id)
    else if (table === 'posts_authors') note(lookup, 'post-author', linkShape, value, ({ post_id }) => post_id)
    else if (table === 'posts_meta') note(lookup, 'meta', metaShape, value, ({ post_id }) => post_id)
    else if (table === 'tags') note(lookup, 'tag', tagShape, value, (tag) => tag.id)
    else if (table === 'users') note(lookup, 'user', userShape, value, (user) => user.id)
    else if (table === 'comments') note(lookup, 'comment', commentShape, value, ({ post_id }) => post_id)
    else if (table === 'settings') {
      const setting = settingShape.safeParse(value)
      if (setting.data?.key === 'title') site.title = plainWords(jsonWord(setting.data.value))
      if (setting.data?.key === 'url') site.url = jsonWord(setting.data.value)
    }
  }
  return {
    ...{
      format: 'ghost',
      key: siteKey(site.url, site.title || 'ghost'),
      title: site.title,
      url: site.url || null,
      total,
      losses: [],
    },
    items: async function* () {
      for await (const { path: place, value } of readJsonRows(path, head.encoding, everyRow))
        if (place.at(-2) === 'posts') yield itemOf(value, lookup)
    },
    plainHtml: ({ html }) => belowSite(html),
    close: lookup.close,
  }
}

/** Exports hold this in place of the site's own address, which they don't know: what is left is below whatever it is. */
function belowSite(text: string): string {
  return text.replaceAll('__GHOST_URL__', '')
}

function note<T>(lookup: Lookup, kind: string, shape: z.ZodType<T>, value: unknown, idOf: (row: T) => string): void {
  const row = shape.safeParse(value)
  if (row.success) lookup.put(kind, idOf(row.data), row.data)
}

function itemOf(value: unknown, lookup: Lookup): SourceItem | SkippedItem {
  const parsed = postShape.safeParse(value)
  if (!parsed.success) return { kind: 'skipped', type: 'unreadable post', label: '' }
  const post = parsed.data
  const title = plainWords(post.title ?? '')
  if ((post.html?.length ?? 0) > longestText) return { kind: 'skipped', type: 'too-large', label: title }
  const meta = lookup.find('meta', post.id) as z.infer<typeof metaShape> | undefined
  const publishedAt = dateIn(post.published_at ?? '')
  const isPage = post.type === 'page' || Boolean(post.page)
  const html = post.html || (post.lexical ? htmlOfLexical(post.lexical) : htmlOfMobiledoc(post.mobiledoc ?? ''))
  const feature = post.feature_image
  return {
    ...{ kind: isPage ? 'page' : 'article', title, publishedAt, html, slug: post.slug ?? '' },
    foreignId: post.uuid || post.id,
    // Ghost's own addresses, unless its routes file says otherwise, which an export does not hold.
    address: post.slug ? `/${post.slug}/` : null,
    formerAddresses: [],
    excerpt: plainWords(post.custom_excerpt ?? ''),
    description: plainWords(meta?.meta_description ?? '') || null,
    heldBack: heldBackOf(post, publishedAt),
    changedAt: dateIn(post.updated_at ?? ''),
    authors: authorsOf(post, lookup),
    topics: topicsOf(post.id, lookup),
    picture: feature
      ? {
          url: belowSite(feature),
          alt: plainWords(meta?.feature_image_alt ?? ''),
          caption: plainWords(meta?.feature_image_caption ?? ''),
        }
      : null,
    comments: lookup.count('comment', post.id),
    losses: lossesOf(post, meta, lookup),
  }
}

/** What a page of Ghost's may have shown or done, and none of ours does. */
function lossesOf(post: Post, meta: z.infer<typeof metaShape> | undefined, lookup: Lookup): SourceItem['losses'] {
  const { canonical_url, custom_template, codeinjection_head, codeinjection_foot } = post
  const fields = { canonical_url, custom_template, meta_title: meta?.meta_title, featured: post.featured ? 'yes' : '' }
  const scripts = { codeinjection_head, codeinjection_foot }
  const said = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value.slice(0, 200)}`] : []))
  const own = tagsOf(post.id, lookup).filter(isInternal)
  return [
    ...[...said, ...own.map(({ name }) => `tag: ${name}`)].map((detail) => ({ kind: 'field', detail }) as const),
    ...Object.entries(scripts).flatMap(([name, value]) => (value ? [{ kind: 'script', detail: name } as const] : [])),
  ]
}

const longestText = 16 * 1024 * 1024

/** Only what everybody could read is public here as well: members paid for the rest, or were trusted with it. */
function heldBackOf({ status, visibility }: Post, publishedAt: Date | null): string | null {
  if (status === 'scheduled') return `scheduled ${publishedAt?.toISOString() ?? ''}`.trim()
  if (status !== 'published') return status || 'draft'
  if (visibility && visibility !== 'public') return `for ${visibility}`
  return publishedAt ? null : 'no date'
}

function authorsOf({ id, author_id }: Post, lookup: Lookup): readonly SourceAuthor[] {
  const ids = (lookup.list('post-author', id) as z.infer<typeof linkShape>[])
    .toSorted((a, b) => a.sort_order - b.sort_order)
    .flatMap((link) => link.author_id ?? [])
  return (ids.length > 0 || !author_id ? ids : [author_id]).flatMap((userId): SourceAuthor[] => {
    const user = lookup.find('user', userId) as z.infer<typeof userShape> | undefined
    const name = plainWords(user?.name ?? '')
    return name ? [{ id: user?.slug || userId, name, bio: plainWords(user?.bio ?? '') }] : []
  })
}

function topicsOf(postId: string, lookup: Lookup): readonly SourceTopic[] {
  return tagsOf(postId, lookup).flatMap((tag): SourceTopic[] => {
    const name = plainWords(tag.name ?? '')
    return name && !isInternal(tag)
      ? [{ slug: tag.slug || name, name, description: plainWords(tag.description ?? '') }]
      : []
  })
}

type Tag = z.infer<typeof tagShape>

function tagsOf(postId: string, lookup: Lookup): readonly Tag[] {
  return (lookup.list('post-tag', postId) as z.infer<typeof linkShape>[])
    .toSorted((a, b) => a.sort_order - b.sort_order)
    .flatMap(({ tag_id }) => (lookup.find('tag', tag_id ?? '') as Tag | undefined) ?? [])
}

/** Tags that begin with # are the newsroom's own. */
function isInternal({ name, visibility }: Tag): boolean {
  return visibility === 'internal' || Boolean(name?.startsWith('#'))
}
