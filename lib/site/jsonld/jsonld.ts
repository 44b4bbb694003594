import type { ArticleView, Byline, Correction } from '#lib/domain/article.ts'
import { digitalSourceUri } from '#lib/domain/media/digital-source.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { machineTime } from '#lib/domain/text/dates.ts'
import { cropUrl } from '../crop-url.ts'
import type { Place } from '../page-head.ts'
import { policyPaths } from '../policies.ts'
import { absolute, articlePath, contributorPath, sectionPath } from '../urls.ts'

/** A thing of schema.org. */
export type Thing = { readonly '@type': string; readonly [property: string]: unknown }
export type Graph = { readonly '@context': 'https://schema.org'; readonly '@graph': readonly Thing[] }

/** One data block for a page. Printing it safely is components/ui/json-ld.tsx's. */
export function graph(...things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** The same dates, words and pictures that the page shows: both are made from one ArticleView. */
export function newsArticle(place: Place, article: ArticleView): Thing {
  const { origin, chrome } = place
  const { edition } = chrome
  const time = (moment: Date) => machineTime(moment, edition.timeZone)
  const ref = { blogSlug: article.blog.slug, slug: article.slug }
  const url = absolute(origin, articlePath(edition, ref))
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    description: article.standfirst,
    inLanguage: edition.locale,
    datePublished: time(article.publishedAt),
    dateModified: time(article.updatedAt ?? article.publishedAt),
    ...(article.picture && { image: images(origin, article.picture) }),
    author: article.bylines.map((byline) => author(place, byline)),
    publisher: newsOrganization(place),
    isPartOf: {
      '@type': 'Blog',
      name: article.blog.name,
      url: absolute(origin, sectionPath(edition, article.blog.slug)),
    },
    articleSection: article.blog.name,
    keywords: article.topics.map((topic) => topic.name),
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    ...(article.corrections.length > 0 && { correction: article.corrections.map((note) => correction(note, time)) }),
    ...(article.translations.length > 0 && {
      workTranslation: article.translations.map((translation) => ({
        '@type': 'NewsArticle',
        inLanguage: translation.locale,
        url: absolute(origin, translationPath(translation)),
      })),
    }),
  }
}

/** The publisher, with its policies. */
export function newsOrganization({ origin, chrome }: Place): Thing {
  const { site } = chrome
  const paths = policyPaths(chrome)
  const addressOf = (path: string | null) => path && absolute(origin, path)
  const [principles, corrections] = [addressOf(paths.principles), addressOf(paths.corrections)]
  const ownership = addressOf(paths.ownership)
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${origin}/#organization`,
    name: site.name,
    legalName: site.legalName,
    url: `${origin}/`,
    logo: { '@type': 'ImageObject', url: absolute(origin, '/apple-touch-icon.png') },
    ...(site.email && { email: site.email }),
    ...(principles && { publishingPrinciples: principles, ethicsPolicy: principles }),
    ...(corrections && { correctionsPolicy: corrections }),
    ...(ownership && { ownershipFundingInfo: ownership }),
    ...(site.socials.length > 0 && { sameAs: site.socials }),
  }
}

/** The way from the front to this page, this page last. */
export function breadcrumbs(
  { origin }: Place,
  trail: readonly { readonly name: string; readonly path: string }[],
): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(origin, path),
    })),
  }
}

/** Google asks for the three ratios, each at least 1200 pixels wide where the original has them. */
function images(origin: string, picture: Picture): readonly Thing[] {
  return (['16x9', '4x3', '1x1'] as const).map((crop) => ({
    '@type': 'ImageObject',
    ...cropUrl(origin, picture, crop),
    creditText: picture.credit,
    ...(picture.digitalSource && { digitalSourceType: digitalSourceUri(picture.digitalSource) }),
  }))
}

function author({ origin, chrome }: Place, byline: Byline): Thing {
  return {
    '@type': byline.kind === 'person' ? 'Person' : 'Organization',
    name: byline.name,
    url: absolute(origin, contributorPath(chrome.edition, byline.slug)),
  }
}

function correction(note: Correction, time: (moment: Date) => string): Thing {
  return { '@type': 'CorrectionComment', text: note.text, datePublished: time(note.at) }
}

function translationPath(translation: ArticleView['translations'][number]): string {
  return articlePath({ key: translation.editionKey, isDefault: translation.isDefaultEdition }, translation.article)
}
