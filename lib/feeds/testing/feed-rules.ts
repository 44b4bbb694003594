import { DOMParser, type Document, type Element } from '@xmldom/xmldom'

/**
 * What a feed must keep, each rule from its specification: also what no schema can say (ids that differ, one link to itself, content
 * that parses). Which elements may stand where is in rss.rng and atom.rng beside this (validate-xml.ts).
 */

const atomNs = 'http://www.w3.org/2005/Atom'
const contentNs = 'http://purl.org/rss/1.0/modules/content/'
const tombstoneNs = 'http://purl.org/atompub/tombstones/1.0'
const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
// RFC 3339, as section 3.3 of RFC 4287 narrows it.
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** RSS 2.0.11 (rssboard.org/rss-specification) and the Best Practices Profile of the same board. */
export function rssProblems(xml: string): readonly string[] {
  const { problems, say, root } = open(xml, 'rss')
  if (!root) return problems
  const channel = only(root, 'channel', null, say)
  if (!channel) return problems
  if (root.getAttribute('version') !== '2.0') say('rss has no version 2.0')
  for (const name of ['title', 'link', 'description']) only(channel, name, null, say)
  const self = children(channel, 'link', atomNs).filter((link) => link.getAttribute('rel') === 'self')
  if (self.length !== 1) say('the channel has not exactly one atom:link to itself')
  const image = children(channel, 'image', null)[0]
  if (image)
    for (const name of ['title', 'link'])
      if (text(image, name) !== text(channel, name)) say(`the image has another ${name} than the channel`)
  const guids = new Set<string>()
  for (const item of children(channel, 'item', null)) {
    for (const name of ['title', 'link', 'guid', 'pubDate', 'description']) only(item, name, null, say)
    const guid = children(item, 'guid', null)[0]
    const id = guid?.textContent ?? ''
    if (guid?.getAttribute('isPermaLink') !== 'false' && !/^https?:/.test(id)) say(`guid ${id} is no permanent link`)
    if (guids.has(id)) say(`guid ${id} twice`)
    guids.add(id)
    if (!rfc822.test(text(item, 'pubDate'))) say(`pubDate ${text(item, 'pubDate')}`)
    if (!/^https?:\/\//.test(text(item, 'link'))) say(`relative link ${text(item, 'link')}`)
    if (children(item, 'enclosure', null).length > 1) say('more than one enclosure')
    for (const file of children(item, 'enclosure', null))
      for (const name of ['url', 'length', 'type']) if (!file.getAttribute(name)) say(`enclosure without ${name}`)
    const names = elements(item).map((one) => one.localName)
    const encoded = children(item, 'encoded', contentNs)[0]
    if (encoded && names.indexOf('encoded') < names.indexOf('description')) say('content:encoded before description')
    if (encoded) sayOfHtml(encoded.textContent ?? '', say)
  }
  return problems
}

/** RFC 4287, appendix B, and RFC 6721. */
export function atomProblems(xml: string): readonly string[] {
  const { problems, say, root } = open(xml, 'feed')
  if (!root) return problems
  if (root.namespaceURI !== atomNs) say('the feed is not of Atom')
  for (const name of ['id', 'title', 'updated']) only(root, name, atomNs, say)
  sayOfAtom(root, say)
  const hasAuthor = children(root, 'author', atomNs).length > 0
  for (const entry of children(root, 'entry', atomNs)) {
    for (const name of ['id', 'title', 'updated']) only(entry, name, atomNs, say)
    if (!hasAuthor && children(entry, 'author', atomNs).length === 0) say('an entry without author')
    sayOfAtom(entry, say)
    for (const content of children(entry, 'content', atomNs)) {
      if (content.getAttribute('type') !== 'html') say('content of another type')
      sayOfHtml(content.textContent ?? '', say)
    }
  }
  for (const deleted of children(root, 'deleted-entry', tombstoneNs)) {
    if (!isUri(deleted.getAttribute('ref'))) say('a deleted entry without ref')
    if (!rfc3339.test(deleted.getAttribute('when') ?? '')) say('a deleted entry without when')
  }
  return problems
}

/** jsonfeed.org/version/1.1: required fields, types of the others. */
export function jsonFeedProblems(json: string): readonly string[] {
  const problems: string[] = []
  const say = (problem: string) => problems.push(problem)
  const feed = JSON.parse(json) as Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] }
  if (feed.version !== 'https://jsonfeed.org/version/1.1') say('version')
  if (typeof feed.title !== 'string') say('title')
  if ('author' in feed) say('author is deprecated')
  for (const name of ['home_page_url', 'feed_url', 'next_url', 'icon'])
    if (name in feed && !/^https?:\/\//.test(String(feed[name]))) say(name)
  for (const item of feed.items) {
    if (typeof item.id !== 'string' || item.id === '') say('an item without id')
    if (!('content_html' in item) && !('content_text' in item)) say('an item without content')
    for (const name of ['date_published', 'date_modified'])
      if (name in item && !rfc3339.test(String(item[name]))) say(`${name} ${item[name]}`)
    for (const name of ['url', 'image']) if (name in item && !/^https?:\/\//.test(String(item[name]))) say(name)
    for (const author of (item.authors ?? []) as readonly Record<string, unknown>[])
      if (!author.name && !author.url && !author.avatar) say('an author without anything')
    for (const file of (item.attachments ?? []) as readonly Record<string, unknown>[])
      if (typeof file.url !== 'string' || typeof file.mime_type !== 'string')
        say('an attachment without address or type')
    for (const key of Object.keys(item)) if (!known.has(key) && !key.startsWith('_')) say(`${key} is nobody’s`)
  }
  return problems
}

const known: ReadonlySet<string> = new Set([
  ...['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'banner_image'],
  ...['date_published', 'date_modified', 'authors', 'tags', 'language', 'attachments'],
])

type Say = (problem: string) => void

function open(xml: string, name: string) {
  const problems: string[] = []
  const say: Say = (problem) => problems.push(problem)
  let document: Document | null = null
  try {
    document = new DOMParser({ onError: (_, message) => say(message) }).parseFromString(xml, 'text/xml')
  } catch (error) {
    say(String(error))
  }
  const root = document?.documentElement ?? null
  if (root && root.localName !== name) say(`the root is ${root.localName}`)
  return { problems, say, root: problems.length > 0 ? null : root }
}

function sayOfAtom(parent: Element, say: Say): void {
  for (const id of children(parent, 'id', atomNs)) if (!isUri(id.textContent)) say(`id ${id.textContent} is no IRI`)
  for (const name of ['updated', 'published'])
    for (const date of children(parent, name, atomNs)) if (!rfc3339.test(date.textContent ?? '')) say(`${name}`)
  const alternates = children(parent, 'link', atomNs)
    .filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
    .map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`)
  // Section 4.1.1: not two alternate links of the same type and language.
  if (new Set(alternates).size !== alternates.length) say('two alternates of one kind')
  for (const link of children(parent, 'link', atomNs)) if (!isUri(link.getAttribute('href'))) say('a link without href')
  for (const author of children(parent, 'author', atomNs)) only(author, 'name', atomNs, say)
  for (const category of children(parent, 'category', atomNs)) if (!category.getAttribute('term')) say('category')
}

/** Ours is well-formed as XML, so that whoever parses it strictly can. */
function sayOfHtml(html: string, say: Say): void {
  try {
    const parser = new DOMParser({ onError: (_, message) => say(`content: ${message}`) })
    const body = parser.parseFromString(`<div>${html}</div>`, 'text/xml')
    if (body.getElementsByTagName('script').length > 0) say('a script')
    for (const name of ['href', 'src'])
      for (const one of Array.from(body.getElementsByTagName('*')))
        if (one.hasAttribute(name) && !isUri(one.getAttribute(name))) say(`relative ${name} ${one.getAttribute(name)}`)
  } catch (error) {
    say(`content: ${error}`)
  }
}

function isUri(text: string | null): boolean {
  return /^(?:https?:\/\/[^\s/]+|tag:[\w.-]+,\d{4}:\S)/.test(text ?? '')
}

function elements(parent: Element): readonly Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1)
}

function children(parent: Element, name: string, namespace: string | null): readonly Element[] {
  return elements(parent).filter((one) => one.localName === name && (one.namespaceURI ?? null) === namespace)
}

function only(parent: Element, name: string, namespace: string | null, say: Say): Element | undefined {
  const found = children(parent, name, namespace)
  if (found.length !== 1) say(`${parent.localName} has ${found.length} of ${name}, not one`)
  return found[0]
}

function text(parent: Element, name: string): string {
  return children(parent, name, null)[0]?.textContent ?? ''
}
