import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findBesideArticle } from '#lib/store/pages/beside-article.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findContributor } from '#lib/store/pages/contributor.ts'
import { listCorrections } from '#lib/store/pages/corrections.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { findFront } from '#lib/store/pages/front.ts'
import { listLatest, listOfBlog, listOfContributor, listOfMonth, listOfTopic } from '#lib/store/pages/lists.ts'
import { listMonths } from '#lib/store/pages/months.ts'
import { findByOldAddress } from '#lib/store/pages/old-address.ts'
import { findAddressOfArticle } from '#lib/store/pages/permanent.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { findTopic } from '#lib/store/pages/topic.ts'

type Query = <Row extends object>(sql: string) => Promise<readonly Row[]>

const all = { paging: null, limit: 100 }

/** Every public address of the newsroom with all that its page reads, as one text: a page is made from nothing else. */
export async function publicReads(db: { readonly query: Query }): Promise<ReadonlyMap<string, string>> {
  const reads = new Map<string, string>()
  const keep = (address: string, ...values: readonly unknown[]) => reads.set(address, JSON.stringify(values, plain))
  for (const edition of await listEditions()) {
    const at = (path: string) => `/${edition.key}/${path}`
    const { id: editionId, timeZone } = edition
    keep(at(''), await findChrome(edition.key), await findFront(editionId))
    keep(at('latest'), await listLatest({ editionId, ...all }))
    keep(at('corrections'), await listCorrections({ editionId, ...all }))
    for (const month of await listMonths({ editionId, blogId: null, timeZone }))
      keep(
        at(`archive/${month.year}-${month.month}`),
        await listOfMonth({ editionId, blogId: null, month, timeZone, ...all }),
      )
    const names = await db.query<{ slug: string; kind: string; id: number }>(`
      SELECT "slug", 'blog' AS kind, "id" FROM "Blog" WHERE "editionId" = ${editionId}
      UNION ALL SELECT "slug", 'page', "id" FROM "Page" WHERE "editionId" = ${editionId}
      UNION ALL SELECT "path", 'former', "id" FROM "FormerAddress" WHERE "editionId" = ${editionId}
      UNION ALL SELECT "slug", 'topic', "id" FROM "Topic" WHERE "editionId" = ${editionId}
      UNION ALL SELECT "slug", 'author', "id" FROM "Contributor" WHERE "editionId" = ${editionId}
      UNION ALL SELECT b."slug" || '/' || a."slug", 'article', a."id" FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
        WHERE a."editionId" = ${editionId} ORDER BY 2, 3`)
    for (const { slug, kind, id } of names) {
      const [blogSlug = '', articleSlug = ''] = slug.split('/')
      if (kind === 'blog' || kind === 'page') keep(at(slug), await findSectionAt({ editionId, slug }))
      if (kind === 'blog') keep(at(`${slug} list`), await listOfBlog({ blogId: id, ...all }))
      if (kind === 'topic')
        keep(at(`topic/${slug}`), await findTopic({ editionId, slug }), await listOfTopic({ topicId: id, ...all }))
      if (kind === 'author')
        keep(
          at(`authors/${slug}`),
          await findContributor({ editionId, slug }),
          await listOfContributor({ contributorId: id, ...all }),
        )
      if (kind === 'former' || kind === 'article') {
        const found = await findArticleAt({ editionId, blogSlug, slug: articleSlug })
        const { article } = found.kind === 'article' ? found : { article: null }
        const topicIds = article?.topics.map((topic) => topic.id) ?? []
        const beside = article
          ? await findBesideArticle({
              editionId,
              articleId: article.id,
              blogId: article.blog.id,
              at: article.publishedAt,
              topicIds,
            })
          : null
        keep(at(slug), found, [...(article?.pictures ?? [])], [...(article?.linked ?? [])], beside)
      }
      if (kind === 'article') keep(`/a/${id}`, await findAddressOfArticle(id))
    }
  }
  // Answers of the search depend on the moment (recency, and how long it may look): their words do not. (Names
  // of authors and topics have no order among themselves, so places of words are left out.)
  for (const { articleId, vector } of await db.query<{ articleId: number; vector: string }>(
    'SELECT "articleId", strip("vector")::text AS "vector" FROM "SearchDocument" ORDER BY 1',
  ))
    keep(`/search document ${articleId}`, vector)
  for (const { path } of await db.query<{ path: string }>('SELECT "path" FROM "OldAddress" ORDER BY 1'))
    keep(`/${path}`, await findByOldAddress(path))
  return reads
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value
}
