import type { ArticleCard, Byline } from '#lib/domain/article.ts'
import type { StaticPage } from '#lib/domain/blog.ts'
import type { Place } from '../page-head.ts'
import { absolute, articlePath, contributorPath, homePath, searchPath, sectionPath } from '../urls.ts'
import type { Thing } from './jsonld.ts'

/** The site as a whole, on an edition's front beside its publisher (newsOrganization): where it is searched. */
export function webSite({ origin, chrome }: Place): Thing {
  const { edition } = chrome
  const url = absolute(origin, homePath(edition))
  return {
    '@type': 'WebSite',
    '@id': `${url}#website`,
    url,
    name: edition.name,
    description: edition.description,
    inLanguage: edition.locale,
    publisher: { '@id': `${origin}/#organization` },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        // The braces are the template's own: URLSearchParams would escape them.
        urlTemplate: `${absolute(origin, searchPath(edition))}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** A page that lists articles: front, blog, topic, latest, a month. */
export function collectionPage(
  { origin, chrome }: Place,
  page: {
    readonly name: string
    readonly description: string
    readonly path: string
    readonly cards: readonly ArticleCard[]
  },
): Thing {
  const { edition } = chrome
  return {
    '@type': 'CollectionPage',
    url: absolute(origin, page.path),
    name: page.name,
    description: page.description,
    inLanguage: edition.locale,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: page.cards.map((card, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: absolute(origin, articlePath(edition, { blogSlug: card.blog.slug, slug: card.slug })),
      })),
    },
  }
}

/** A person or a desk of the newsroom. */
export function profilePage(
  { origin, chrome }: Place,
  contributor: Pick<Byline, 'slug' | 'name' | 'kind'> & {
    readonly bio: string
    readonly links: readonly string[]
  },
): Thing {
  const url = absolute(origin, contributorPath(chrome.edition, contributor.slug))
  const profiles = contributor.links.filter((address) => address.startsWith('https:'))
  return {
    '@type': 'ProfilePage',
    url,
    inLanguage: chrome.edition.locale,
    mainEntity: {
      '@type': contributor.kind === 'person' ? 'Person' : 'Organization',
      name: contributor.name,
      description: contributor.bio,
      url,
      ...(profiles.length > 0 && { sameAs: profiles }),
      // With its name: the page itself tells nothing else of the organisation.
      [contributor.kind === 'person' ? 'worksFor' : 'parentOrganization']: {
        ...{ '@type': 'NewsMediaOrganization', '@id': `${origin}/#organization` },
        ...{ name: chrome.site.name, url: `${origin}/` },
      },
    },
  }
}

const staticPageTypes: Readonly<Record<string, string>> = { about: 'AboutPage', contact: 'ContactPage' }

export function staticPage({ origin, chrome }: Place, page: StaticPage): Thing {
  return {
    '@type': staticPageTypes[page.slug] ?? 'WebPage',
    url: absolute(origin, sectionPath(chrome.edition, page.slug)),
    name: page.title,
    description: page.description,
    inLanguage: chrome.edition.locale,
    publisher: { '@id': `${origin}/#organization` },
  }
}
