import {
  archivePath,
  blogArchivePath,
  contributorPath,
  correctionsPath,
  homePath,
  latestPath,
  searchPath,
  sectionPath,
  topicPath,
} from '#lib/site/urls.ts'
import {
  addressOf,
  demoArticle,
  demoArticles,
  type EditionKey,
  editionRef,
  editions,
  isPublic,
  slugIn,
} from './demo.ts'

export type Template = { readonly name: string; readonly path: string; readonly status: 200 | 404 | 410 | 500 }

/** One address of every reader template, in one edition. */
export function templatesOf(key: EditionKey): readonly Template[] {
  const edition = editionRef(key)
  const article = demoArticle(key)
  const published = new Date(article.published)
  const month = { year: published.getUTCFullYear(), month: published.getUTCMonth() + 1 }
  const page = (name: string, path: string): Template => ({ name: `${key} ${name}`, path, status: 200 })
  return [
    page('front', homePath(edition)),
    page('article', addressOf(article)),
    page('blog', sectionPath(edition, article.blog)),
    page('blog archive', blogArchivePath(edition, article.blog)),
    page('blog month', blogArchivePath(edition, article.blog, month)),
    page('topic', topicPath(edition, slugIn(key, 'topics', 'security'))),
    page('contributor', contributorPath(edition, slugIn(key, 'contributors', 'demo-desk'))),
    page('latest', latestPath(edition)),
    page('archive', archivePath(edition)),
    page('month', archivePath(edition, month)),
    page('search form', searchPath(edition)),
    page('search results', searchPath(edition, { q: article.headline.split(' ').slice(0, 2).join(' ') })),
    page('search without result', searchPath(edition, { q: 'zzxxqqy' })),
    page('corrections', correctionsPath(edition)),
    page('about', sectionPath(edition, 'about')),
    page('contact', sectionPath(edition, 'contact')),
    page('principles', sectionPath(edition, 'principles')),
    { name: `${key} not found`, path: sectionPath(edition, 'no-such-page'), status: 404 },
  ]
}

/** Articles beyond the opening one, chosen so that every block kind and state is seen. */
const richArticles: readonly Template[] = demoArticles
  .filter((article) => article.edition === 'en' && isPublic(article))
  .map((article) => ({ name: `en article ${article.family}`, path: addressOf(article), status: 200 }))

const withdrawn: readonly Template[] = demoArticles
  .filter((article) => article.withdrawn)
  .map((article) => ({ name: `${article.edition} withdrawn`, path: addressOf(article), status: 410 }))

export const templates: readonly Template[] = [...editions.flatMap(templatesOf), ...withdrawn]

export const everyPage: readonly Template[] = [...templates, ...richArticles]
