import { allText, childrenNamed, type XmlNode } from '../reading/xml-units.ts'
import type { SourceItem } from '../source-item.ts'
import { plainWords } from './plain-words.ts'

/** What items carry that becomes a part of an article, or only tells of the feed itself. */
const taken: ReadonlySet<string> = new Set([
  ...[
    'title',
    'link',
    'guid',
    'description',
    'content:encoded',
    'pubDate',
    'dc:date',
    'dc:creator',
    'author',
    'category',
  ],
  ...['id', 'published', 'updated', 'summary', 'content', 'atom:updated', 'atom:link', 'slash:comments', 'comments'],
  ...[
    'media:group',
    'media:content',
    'media:thumbnail',
    'media:title',
    'media:description',
    'enclosure',
    'wfw:commentRss',
  ],
])

/** Members of items that nothing here is made from: sound and film, further pictures, elements of modules. */
export function feedLosses(unit: XmlNode): SourceItem['losses'] {
  const others = unit.children.filter((child): child is XmlNode => typeof child !== 'string' && !taken.has(child.name))
  return [
    ...mediaOf(unit).map((detail) => ({ kind: 'player', detail }) as const),
    ...others.flatMap((child) => {
      const words = plainWords(allText(child)) || Object.values(child.attributes).join(' ')
      return words ? [{ kind: 'field', detail: `${child.name}: ${words.slice(0, 200)}` } as const] : []
    }),
  ]
}

function mediaOf(unit: XmlNode): readonly string[] {
  const groups = childrenNamed(unit, 'media:group').flatMap((group) => childrenNamed(group, 'media:content'))
  const all = [
    ...[...groups, ...childrenNamed(unit, 'media:content'), ...childrenNamed(unit, 'enclosure')].map((one) => ({
      type: one.attributes.type ?? one.attributes.medium ?? '',
      url: one.attributes.url ?? '',
    })),
    ...childrenNamed(unit, 'link')
      .filter(({ attributes }) => attributes.rel === 'enclosure')
      .map(({ attributes }) => ({ type: attributes.type ?? '', url: attributes.href ?? '' })),
  ]
  return [...new Set(all.flatMap(({ type, url }) => (/^(?:audio|video)/.test(type) && url ? [url] : [])))]
}
