/** What a program that runs no script finds in the bytes of a page. */
export type PageFacts = {
  readonly lang: string
  readonly dir: string
  readonly titles: readonly string[]
  /** By `name` or `property`; a property may stand several times. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly canonical: readonly string[]
  /** hreflang → address. */
  readonly alternates: Readonly<Record<string, string>>
  readonly things: readonly Thing[]
  /** `datetime` attributes in document order. */
  readonly times: readonly string[]
  readonly firstHeading: string
  readonly links: readonly string[]
}

export type Thing = { readonly '@type': string; readonly [property: string]: unknown }

/** Titles, metas and links count only inside `<head>`: that is where crawlers look. */
export function readFacts(html: string): PageFacts {
  const head = html.slice(0, html.indexOf('</head>'))
  const links = tagsOf(head, 'link')
  const root = tagsOf(html, 'html')[0] ?? {}
  return {
    lang: root.lang ?? '',
    dir: root.dir ?? '',
    titles: [...head.matchAll(/<title>([^<]*)<\/title>/g)].map((match) => decode(match[1] ?? '')),
    metas: metasOf(head),
    canonical: links.filter((link) => link.rel === 'canonical').map((link) => link.href ?? ''),
    alternates: Object.fromEntries(
      links
        .filter((link) => link.rel === 'alternate' && link.hreflang)
        .map((link) => [link.hreflang ?? '', link.href ?? '']),
    ),
    things: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap((match) => {
      const data: { readonly '@context': string; readonly '@graph': readonly Thing[] } = JSON.parse(match[1] ?? '')
      if (data['@context'] !== 'https://schema.org') throw new Error('A data block without its context')
      return data['@graph']
    }),
    times: tagsOf(html, 'time').map((time) => time.datetime ?? ''),
    firstHeading: decode((/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '')),
    links: tagsOf(html, 'a').map((link) => link.href ?? ''),
  }
}

export function thingOf(facts: PageFacts, type: string): Thing {
  const things = facts.things.filter((thing) => thing['@type'] === type)
  if (things.length !== 1 || !things[0]) throw new Error(`${things.length} of ${type}, not one`)
  return things[0]
}

function metasOf(head: string): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, readonly string[]>()
  for (const { name, property, content } of tagsOf(head, 'meta')) {
    const key = name ?? property ?? ''
    metas.set(key, [...(metas.get(key) ?? []), content ?? ''])
  }
  return metas
}

function tagsOf(html: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'g'))].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? '').matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map((pair) => [
        (pair[1] ?? '').toLowerCase(),
        decode(pair[2] ?? ''),
      ]),
    ),
  )
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
