import type { Site } from '#lib/domain/edition.ts'
import type { Syndicated, Withdrawal } from '#lib/domain/lists/syndicated.ts'
import { type AiWords, digitalSourceUri } from '#lib/domain/media/digital-source.ts'
import type { Crop, Picture } from '#lib/domain/media/picture.ts'
import { cropBox } from '#lib/domain/media/renditions.ts'
import { machineTime } from '#lib/domain/text/dates.ts'
import { cropUrl } from '#lib/site/crop-url.ts'
import { articleTag, tagUri } from '#lib/site/feeds/feed-urls.ts'
import { absolute, articlePath, contributorPath, permanentPath, topicPath } from '#lib/site/urls.ts'
import { bodyHtml } from './body-html.ts'

/** An object of ninjs. */
export type Ninjs = { readonly uri: string; readonly [property: string]: unknown }

/** Who publishes, and where it is written how. */
export type Publisher = {
  readonly origin: string
  readonly site: Site
  readonly principlesPath: string | null
  readonly aiWords: AiWords
}

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const

/** An article in ninjs 3.1 (iptc.org/std/ninjs): the words, dates and pictures of its page, under an id that lasts. */
export function articleNinjs(publisher: Publisher, { edition, article }: Syndicated): Ninjs {
  const { origin, site, principlesPath, aiWords } = publisher
  const time = (moment: Date) => machineTime(moment, edition.timeZone)
  const url = absolute(origin, articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug }))
  const html = bodyHtml({ origin, edition, pictures: article.pictures, linked: article.linked, aiWords }, article.body)
  const writers = article.bylines.map((byline) => ({
    kind: byline.kind,
    object: { name: byline.name, rel: 'author', uri: absolute(origin, contributorPath(edition, byline.slug)) },
  }))
  return {
    standard,
    uri: articleTag(origin, article.id),
    type: 'text',
    representationType: 'full',
    version: String(article.revision),
    firstCreated: time(article.publishedAt),
    versionCreated: time(article.updatedAt ?? article.publishedAt),
    pubStatus: 'usable',
    language: edition.locale,
    copyrightHolder: site.legalName,
    title: article.headline,
    slugline: article.slug,
    by: article.bylines.map((byline) => byline.name).join(', '),
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.headline }],
    descriptions: [
      { role: 'summary', contentType: 'text/plain', value: article.standfirst },
      ...article.corrections.map(({ text }) => ({ role: 'correction', contentType: 'text/plain', value: text })),
    ],
    bodies: [{ role: 'main', contentType: 'text/html', wordCount: article.wordCount, value: html }],
    people: writers.filter(({ kind }) => kind === 'person').map(({ object }) => object),
    organisations: writers.filter(({ kind }) => kind === 'organisation').map(({ object }) => object),
    subjects: article.topics.map(({ name, slug }) => ({
      ...{ name, rel: 'about' },
      uri: absolute(origin, topicPath(edition, slug)),
    })),
    infoSources: [
      { name: site.name, role: 'publisher', uri: `${origin}/` },
      ...article.sources.map(({ name, href }) => ({
        name,
        role: 'source',
        ...(href && { uri: absolute(origin, href) }),
      })),
    ],
    altIds: [
      { role: 'canonical', value: url },
      { role: 'permanent', value: absolute(origin, permanentPath(article.id)) },
    ],
    associations: [
      ...(article.picture ? [pictureNinjs(origin, article.picture, 'mainPicture')] : []),
      ...[...article.pictures.values()]
        .filter(({ id }) => id !== article.picture?.id)
        .map((picture) => pictureNinjs(origin, picture, 'picture')),
      ...article.translations.map((translation) => ({
        name: translation.article.headline,
        rel: 'translation',
        uri: articleTag(origin, translation.article.id),
        type: 'text',
        language: translation.locale,
      })),
    ],
    ...(principlesPath && {
      trustIndicators: [{ title: 'Publishing principles', href: absolute(origin, principlesPath) }],
    }),
  }
}

/** What is left of an article: whoever holds a copy learns that it is canceled, and that a kill asks for it to be removed. */
export function withdrawnNinjs(origin: string, withdrawal: Withdrawal): Ninjs {
  const { id, edition, publishedAt, withdrawnAt, notice, isKilled } = withdrawal
  const note = isKilled ? 'Killed: please remove every copy.' : 'Withdrawn.'
  return {
    standard,
    uri: articleTag(origin, id),
    type: 'text',
    representationType: 'partial',
    firstCreated: machineTime(publishedAt, edition.timeZone),
    versionCreated: machineTime(withdrawnAt, edition.timeZone),
    pubStatus: 'canceled',
    language: edition.locale,
    edNote: notice ? `${note} ${notice}` : note,
    altIds: [{ role: 'permanent', value: absolute(origin, permanentPath(id)) }],
  }
}

function pictureNinjs(origin: string, picture: Picture, rel: string): Ninjs {
  return {
    name: picture.alt,
    rel,
    uri: tagUri(origin, `picture/${picture.id}`),
    type: 'picture',
    by: picture.credit,
    ...(picture.digitalSource && {
      digitalSourceType: { name: picture.digitalSource, uri: digitalSourceUri(picture.digitalSource) },
    }),
    descriptions: [
      { role: 'altText', contentType: 'text/plain', value: picture.alt },
      ...(picture.caption ? [{ role: 'caption', contentType: 'text/plain', value: picture.caption }] : []),
    ],
    renditions: (['whole', '16x9', '4x3', '1x1'] as const).map((crop) => rendition(origin, picture, crop)),
  }
}

/** With its focal point in its own pixels, so that whoever crops it again keeps what matters. */
function rendition(origin: string, picture: Picture, crop: Crop) {
  const { url, width, height } = cropUrl(origin, picture, crop)
  const box = cropBox({ ...picture, crop })
  const pixel = (focus: number, whole: number, start: number, cut: number, size: number) =>
    Math.min(size - 1, Math.max(0, Math.round(((focus * whole - start) / cut) * size)))
  return {
    ...{ name: crop, href: url, contentType: 'image/jpeg', width, height },
    poi: {
      x: pixel(picture.focus.x, picture.width, box.left, box.width, width),
      y: pixel(picture.focus.y, picture.height, box.top, box.height, height),
    },
  }
}
