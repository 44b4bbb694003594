import { z } from 'zod'
import type { Lookup } from '../reading/lookup.ts'
import { allText, childrenNamed, textOf, type XmlNode } from '../reading/xml-units.ts'
import type { SourceAuthor, SourceItem, SourceTopic } from '../source-item.ts'
import { plainWords } from './plain-words.ts'
import { isOwnTitle, type SearchFacts, searchWords } from './search-words.ts'
import { decodedOnce } from './slug-of.ts'

/** What hangs on an item of WXR beside its text: terms, custom fields, authors. */

export function metaOf(unit: XmlNode, key: string): string {
  return metasOf(unit).find(([name]) => name === key)?.[1] ?? ''
}

function metasOf(unit: XmlNode): readonly (readonly [key: string, value: string])[] {
  return childrenNamed(unit, 'wp:postmeta').map((one) => [textOf(one, 'wp:meta_key'), textOf(one, 'wp:meta_value')])
}

type Term = { readonly domain: string; readonly slug: string; readonly name: string }

function termsOf(unit: XmlNode): readonly Term[] {
  return childrenNamed(unit, 'category').map(({ attributes, children }) => ({
    domain: attributes.domain ?? '',
    slug: attributes.nicename ?? '',
    name: plainWords(children.filter((child) => typeof child === 'string').join('')),
  }))
}

export function topicsOf(unit: XmlNode, lookup: Lookup): readonly SourceTopic[] {
  return termsOf(unit).flatMap(({ domain, slug, name }) => {
    if ((domain !== 'category' && domain !== 'post_tag') || slug === 'uncategorized' || !name) return []
    return [{ slug, name, description: (lookup.find('term', `${domain} ${slug}`) as string | undefined) ?? '' }]
  })
}

/** Categories and tags are told at the head of a file, before the items that name them: their descriptions stand there alone. */
export function noteTerm(lookup: Lookup, unit: XmlNode): void {
  const [domain, slug, description] =
    unit.name === 'wp:category'
      ? ['category', 'wp:category_nicename', 'wp:category_description']
      : unit.name === 'wp:tag'
        ? ['post_tag', 'wp:tag_slug', 'wp:tag_description']
        : [textOf(unit, 'wp:term_taxonomy'), 'wp:term_slug', 'wp:term_description']
  const words = plainWords(textOf(unit, description))
  if (words) lookup.put('term', `${domain} ${textOf(unit, slug)}`, words)
}

/** Words for search engines, as the usual plugins keep them. */
const descriptionKeys = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_seopress_titles_desc',
]
const titleKeys = ['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title', '_seopress_titles_title']
const keywordKeys = ['_yoast_wpseo_focuskw', 'rank_math_focus_keyword', '_seopress_analysis_target_kw']

export type SearchText = { readonly description: string | null; readonly losses: SourceItem['losses'] }

/** The description that search engines show. A title of their own articles don't have here: one that says more than theirs is a loss. */
export function searchTextOf(
  unit: XmlNode,
  facts: Pick<SearchFacts, 'title' | 'siteTitle' | 'siteDescription' | 'excerpt' | 'author'>,
): SearchText {
  const metas = new Map(metasOf(unit).toReversed())
  const first = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const pattern = plainWords(metas.get(key) ?? '')
      return pattern ? [{ key, pattern }] : []
    })[0]
  const named = (domain: string) => termsOf(unit).flatMap((term) => (term.domain === domain ? [term.name] : []))
  const terms = { categories: named('category'), tags: named('post_tag'), keyword: first(keywordKeys)?.pattern ?? '' }
  const all: SearchFacts = { ...facts, ...terms }
  const [description, title] = [first(descriptionKeys), first(titleKeys)]
  const words = description ? searchWords(description.pattern, all) : null
  const heading = title ? searchWords(title.pattern, all) : null
  const lost = [
    ...(description && words === null ? [`${description.key}: ${description.pattern}`] : []),
    ...(title && (heading === null || !isOwnTitle(heading, all)) ? [`${title.key}: ${heading ?? title.pattern}`] : []),
  ]
  return { description: words || null, losses: lost.map((detail) => ({ kind: 'field', detail })) }
}

const toldOf: ReadonlySet<string> = new Set([...descriptionKeys, ...titleKeys])

/** Taxonomies of plugins, and fields that a theme shows: WordPress hides those whose name begins with a low line. */
export function lossesOf(unit: XmlNode): SourceItem['losses'] {
  const known = new Set(['', 'category', 'post_tag', 'author'])
  const terms = termsOf(unit).flatMap(({ domain, name }) => (known.has(domain) ? [] : [`${domain}: ${name}`]))
  const fields = metasOf(unit).flatMap(([key, value]) =>
    /^_|^footnotes$/.test(key) || toldOf.has(key) || !value ? [] : [`${key}: ${value.slice(0, 200)}`],
  )
  const sticky = textOf(unit, 'wp:is_sticky') === '1' ? ['sticky'] : []
  return [...terms, ...fields, ...sticky].map((detail) => ({ kind: 'field', detail }))
}

export function noteAuthor(lookup: Lookup, unit: XmlNode): void {
  const login = textOf(unit, 'wp:author_login')
  const full = [textOf(unit, 'wp:author_first_name'), textOf(unit, 'wp:author_last_name')].filter(Boolean).join(' ')
  putAuthor(lookup, login, textOf(unit, 'wp:author_display_name') || full || login, '')
}

/** Co-Authors Plus keeps authors without an account as items of their own. */
export function noteGuestAuthor(lookup: Lookup, unit: XmlNode): void {
  const login = metaOf(unit, 'cap-user_login') || textOf(unit, 'wp:post_name').replace(/^cap-/, '')
  putAuthor(lookup, login, metaOf(unit, 'cap-display_name') || textOf(unit, 'title'), metaOf(unit, 'cap-description'))
}

function putAuthor(lookup: Lookup, login: string, name: string, bio: string): void {
  if (login) lookup.put('author', login, { name: plainWords(name), bio: plainWords(bio) })
}

/** Whoever Co-Authors Plus names, as terms in their order; else the one that WordPress knows. */
export function authorsOf(unit: XmlNode, lookup: Lookup): readonly SourceAuthor[] {
  const terms = termsOf(unit).filter(({ domain }) => domain === 'author')
  const named = terms.map(({ slug, name }) => authorOf([decodedOnce(slug).replace(/^cap-/, ''), name], name, lookup))
  const creator = textOf(unit, 'dc:creator')
  if (named.length > 0 || !creator) return named
  return [authorOf([creator], creator, lookup)]
}

function authorOf(logins: readonly string[], otherwise: string, lookup: Lookup): SourceAuthor {
  for (const id of logins) {
    const known = lookup.find('author', id) as Omit<SourceAuthor, 'id'> | undefined
    if (known?.name) return { id, ...known }
  }
  return { id: logins[0] ?? otherwise, name: otherwise, bio: '' }
}

const notes = z.array(z.object({ content: z.string() }))

/** Kept beside the item: its markup only says where they stand. What is no JSON is no notes, and their block is lost, and said. */
export function footnotesOf(unit: XmlNode): readonly string[] {
  try {
    return notes.parse(JSON.parse(metaOf(unit, 'footnotes') || '[]')).map(({ content }) => content)
  } catch {
    return []
  }
}

/** A slug that the article had before: WordPress leads on from it, and so do we. */
export function formerAddressesOf(unit: XmlNode): readonly string[] {
  const link = URL.parse(textOf(unit, 'link'))
  const name = decodedOnce(textOf(unit, 'wp:post_name'))
  const segments = link?.pathname.split('/') ?? []
  const place = segments.findLastIndex((segment) => segment !== '' && decodedOnce(segment) === name)
  const former = metasOf(unit).flatMap(([key, slug]) => (key === '_wp_old_slug' && slug ? [slug] : []))
  const moved = link && place >= 0 ? former.map((slug) => new URL(segments.with(place, slug).join('/'), link).href) : []
  const [guid] = childrenNamed(unit, 'guid')
  return [...moved, ...(guid ? [allText(guid).trim()] : [])]
}
