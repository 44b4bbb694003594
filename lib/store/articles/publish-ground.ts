import { linksIn, type PublishGround, picturesIn } from '#lib/domain/publishing/checks.ts'
import { sitePath } from '#lib/domain/publishing/site-path.ts'
import { reservedArticleSlugs, reservedSections } from '#lib/domain/site/address.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { env } from '#lib/env/env.ts'
import { database } from '#lib/store/database/client.ts'
import { listDeskStages } from '#lib/store/desks/desk-stages.ts'

type Pictures = PublishGround['pictures']
type Linked = PublishGround['linked']

/** Pages under these are found by their own tables; the program answers the other reserved sections itself. */
const ownTables = new Set(['topic', 'authors'])

/** What the checks before publication must know about an article's surroundings. */
export async function findPublishGround(article: Article): Promise<PublishGround> {
  const { id, editionId, blogId, slug, text } = article
  const links = linksIn(text.body)
  const pictureIds = [...(text.pictureId === null ? [] : [text.pictureId]), ...picturesIn(text.body)]
  const articleIds = links.flatMap(({ articleId }) => (articleId === null ? [] : [articleId]))
  const [desk, taken, pictures, linked, deadHrefs] = await Promise.all([
    listDeskStages(article),
    database().$queryRaw<unknown[]>`
      SELECT 1 AS "taken" FROM "Article"
      WHERE "editionId" = ${editionId} AND "blogId" = ${blogId} AND "slug" = ${slug} AND "id" <> ${id}`,
    database().$queryRaw<Pictures>`
      SELECT p."id", p."fileName", p."rightsUntil", t."alt", t."caption" FROM "Picture" p JOIN "Edition" e ON e."id" = ${editionId}
      LEFT JOIN "PictureText" t ON t."pictureId" = p."id" AND t."locale" = e."locale"
      WHERE p."id" = ANY(${pictureIds}::int[])`,
    database().$queryRaw<Linked>`
      SELECT "id", CASE WHEN "state" = 'published' THEN 'public' WHEN "state" IN ('withdrawn', 'killed') THEN 'gone'
        ELSE 'waiting' END AS "state"
      FROM "Article" WHERE "id" = ANY(${articleIds}::int[])`,
    findDeadHrefs(links.flatMap(({ href }) => (href === null ? [] : [href]))),
  ])
  return { desk, isAddressFree: taken.length === 0, pictures, linked, deadHrefs }
}

/** Those of these addresses that lead to this site, and there to nothing. */
async function findDeadHrefs(hrefs: readonly string[]): Promise<readonly string[]> {
  const places = [...new Set(hrefs)].flatMap((href) => {
    const place = sitePath(href, env().siteUrl)
    return place && !isOfProgram(place.path) ? [{ href, ...place }] : []
  })
  if (places.length === 0) return []
  const rows = await database().$queryRaw<{ href: string }[]>`
    SELECT l.href FROM unnest(${places.map(({ href }) => href)}::text[], ${places.map(({ editionKey }) => editionKey)}::text[],
      ${places.map(({ path }) => path)}::text[]) AS l(href, key, path)
    LEFT JOIN "Edition" e ON CASE WHEN l.key IS NULL THEN e."isDefault" ELSE e."key" = l.key END
    CROSS JOIN LATERAL (SELECT split_part(l.path, '/', 1) AS one, split_part(l.path, '/', 2) AS two) s
    WHERE e."id" IS NULL OR (l.path <> ''
      AND NOT (s.one = 'a' AND EXISTS (SELECT 1 FROM "Article" a WHERE a."id"::text = s.two AND a."state" = 'published'))
      AND NOT (s.one = 'topic' AND EXISTS (SELECT 1 FROM "Topic" t WHERE t."editionId" = e."id" AND t."slug" = s.two))
      AND NOT (s.one = 'authors' AND EXISTS (SELECT 1 FROM "Contributor" c WHERE c."editionId" = e."id" AND c."slug" = s.two))
      AND NOT (s.two = '' AND EXISTS (SELECT 1 FROM "Page" p WHERE p."editionId" = e."id" AND p."slug" = s.one))
      AND NOT ((s.two = '' OR s.two = ANY(${[...reservedArticleSlugs]}::text[]))
        AND EXISTS (SELECT 1 FROM "Blog" b WHERE b."editionId" = e."id" AND b."slug" = s.one))
      AND NOT EXISTS (SELECT 1 FROM "FormerAddress" f WHERE f."editionId" = e."id" AND f."path" = l.path)
      AND NOT (l.key IS NULL AND EXISTS (SELECT 1 FROM "OldAddress" o LEFT JOIN "Article" a ON a."id" = o."articleId"
        WHERE o."path" = lower(l.path) AND (o."articleId" IS NULL OR a."state" = 'published')))
      AND NOT EXISTS (SELECT 1 FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
        WHERE a."editionId" = e."id" AND a."state" = 'published' AND b."slug" = s.one AND a."slug" = s.two))`
  return rows.map(({ href }) => href)
}

function isOfProgram(path: string): boolean {
  const [section = ''] = path.split('/')
  return reservedSections.has(section) && !ownTables.has(section)
}
