import { Client } from 'pg'
import { siteFeedPage } from '#lib/site/feeds/feed-urls.ts'
import {
  articlePath,
  contributorPath,
  correctionsPath,
  homePath,
  latestPath,
  searchPath,
  sectionPath,
  topicPath,
} from '#lib/site/urls.ts'
import type { Template } from './templates.ts'

export type Addresses = {
  readonly articleId: number
  readonly article: string
  readonly templates: readonly Template[]
  /** Pages that have a feed. */
  readonly feeds: readonly string[]
}

type Found = {
  readonly id: number
  readonly blogSlug: string
  readonly slug: string
  readonly topic: string
  readonly contributor: string
  readonly page: string
}

const inFirstWindow = 14 * 1024
const everyOther = 20 * 1024

/** Addresses of the demo newsroom's opening article and of one page of every other kind. */
export async function findAddresses(databaseUrl: string): Promise<Addresses> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Found>(
      `SELECT a."id", b."slug" AS "blogSlug", a."slug",
         (SELECT "slug" FROM "Topic" WHERE "editionId" = e."id" ORDER BY "id" LIMIT 1) AS topic,
         (SELECT c."slug" FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId"
           WHERE y."articleId" = a."id" ORDER BY y."position" LIMIT 1) AS contributor,
         (SELECT "slug" FROM "Page" WHERE "editionId" = e."id" ORDER BY "position" LIMIT 1) AS page
       FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId" JOIN "Edition" e ON e."id" = a."editionId"
       WHERE e."isDefault" AND a."state" = 'published' AND b."slug" = 'under-the-black-flag'
       ORDER BY a."id" LIMIT 1`,
    )
    const [found] = rows
    if (!found) throw new Error('The demo newsroom is not in this database')
    const edition = { key: '', isDefault: true }
    const article = articlePath(edition, found)
    const other = (name: string, path: string): Template => ({ name, path, mostBytes: everyOther })
    return {
      articleId: found.id,
      article,
      feeds: [
        siteFeedPage,
        latestPath(edition),
        sectionPath(edition, found.blogSlug),
        topicPath(edition, found.topic),
        contributorPath(edition, found.contributor),
        correctionsPath(edition),
      ],
      templates: [
        { name: 'article', path: article, mostBytes: inFirstWindow },
        other('front', homePath(edition)),
        other('blog', sectionPath(edition, found.blogSlug)),
        other('topic', topicPath(edition, found.topic)),
        other('contributor', contributorPath(edition, found.contributor)),
        other('latest', latestPath(edition)),
        other('search', searchPath(edition, { q: 'railway' })),
        other('corrections', correctionsPath(edition)),
        other('static page', sectionPath(edition, found.page)),
      ],
    }
  } finally {
    await client.end()
  }
}
