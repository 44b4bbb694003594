import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, ArticleText, Editor } from '#lib/domain/workflow/newsroom.ts'
import { type AuditEntry, appendAudits } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { insertBylines, insertRevisions, insertTopics } from './save-article.ts'

export type NewArticle = {
  /** One of `reserveArticleIds`, for articles that link to each other; else the next one. */
  readonly id?: number
  readonly editionId: number
  readonly blogId: number
  /** Ties it to its translations; made when it is the first. */
  readonly familyKey: string
  readonly slug: string
  readonly text: ArticleText
  readonly topicIds: readonly number[]
  readonly bylines: Article['bylines']
  readonly embargoUntil: Date | null
  readonly by: Editor
  readonly now: Date
}

export type CreateRefusal =
  | { readonly kind: 'address-taken'; readonly slug: string }
  | { readonly kind: 'already-in-edition'; readonly articleId: number }

type Created = Result<{ readonly id: number; readonly version: 1 }, CreateRefusal>

/** A new draft with its first revision. Nothing of it is public. */
export async function createArticle(article: NewArticle): Promise<Created> {
  const [created] = await createArticles([article])
  if (!created) throw new Error('The article was not written')
  return created
}

/** Several in one transaction. Of two that want one address the first gets it; what is refused of one leaves the others. */
export async function createArticles(articles: readonly NewArticle[]): Promise<readonly Created[]> {
  return inTransaction(async () => {
    const placed = await placedIn(articles, await findFamilies(articles))
    const results = await decide(placed)
    const free = placed.filter((_, place) => results[place]?.ok)
    await insertArticles(free)
    await insertTopics(free.map(({ id, article }) => ({ articleId: id, topicIds: article.topicIds })))
    await insertBylines(free.map(({ id, article }) => ({ articleId: id, bylines: article.bylines })))
    await appendAudits(free.map(auditOf))
    return results
  })
}

/** Ids that nobody else will get, so that bodies can link to articles which are not written yet. */
export async function reserveArticleIds(count: number): Promise<readonly number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('"Article"', 'id'))::int AS "id" FROM generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}

type Placed = { readonly id: number; readonly familyId: number; readonly article: NewArticle }

/** With their ids and families. */
async function placedIn(
  articles: readonly NewArticle[],
  families: ReadonlyMap<string, number>,
): Promise<readonly Placed[]> {
  const missing = articles.filter(({ id }) => id === undefined).length
  const reserved = missing > 0 ? [...(await reserveArticleIds(missing))] : []
  return articles.map((article) => {
    const [id, familyId] = [article.id ?? reserved.shift(), families.get(article.familyKey)]
    if (id === undefined || familyId === undefined) throw new Error(`${article.slug} has no id, or no story family`)
    return { id, familyId, article }
  })
}

/** The families of these stories, made where they are new. */
async function findFamilies(articles: readonly NewArticle[]): Promise<ReadonlyMap<string, number>> {
  // In one order, so that two writers never wait for each other in a circle.
  const first = new Map(articles.toReversed().map(({ familyKey, editionId, now }) => [familyKey, { editionId, now }]))
  const rows = [...first].map(([key, family]) => ({ key, ...family })).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  await database().$executeRaw`
    INSERT INTO "StoryFamily" ("key", "originId", "createdAt")
    SELECT x."key", x."editionId", x."now" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x("key" text, "editionId" int, "now" timestamptz) ON CONFLICT DO NOTHING`
  const found = await database().$queryRaw<{ id: number; key: string }[]>`
    SELECT "id", "key" FROM "StoryFamily" WHERE "key" = ANY(${[...first.keys()]}::text[])`
  return new Map(found.map(({ id, key }) => [key, id]))
}

type Taken = { readonly place: number; readonly id: number; readonly isFamily: boolean }

/** An edition has one article of a story, and an address one article: of what is there already, and among these. */
async function decide(placed: readonly Placed[]): Promise<readonly Created[]> {
  const places = placed.map(({ familyId, article: { editionId, blogId, slug } }, place) => ({
    ...{ place, editionId, familyId, blogId, slug },
  }))
  const rows = await database().$queryRaw<Taken[]>`
    SELECT x."place", a."id", a."isFamily" FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        AS x("place" int, "editionId" int, "familyId" int, "blogId" int, "slug" text)
      CROSS JOIN LATERAL (SELECT "id", "familyId" = x."familyId" AS "isFamily" FROM "Article"
        WHERE "editionId" = x."editionId" AND ("familyId" = x."familyId" OR ("blogId" = x."blogId" AND "slug" = x."slug"))
        ORDER BY 2 DESC LIMIT 1) a`
  const taken = new Map(rows.map((row) => [row.place, row]))
  const families = new Map<string, number>()
  const addresses = new Set<string>()
  return placed.map(({ id, familyId, article: { editionId, blogId, slug } }, place): Created => {
    const [family, address] = [`${editionId} ${familyId}`, `${blogId} ${slug}`]
    const there = taken.get(place)
    const sibling = there?.isFamily ? there.id : families.get(family)
    if (sibling !== undefined) return refuse({ kind: 'already-in-edition', articleId: sibling })
    if (there || addresses.has(address)) return refuse({ kind: 'address-taken', slug })
    families.set(family, id)
    addresses.add(address)
    return ok({ id, version: 1 })
  })
}

async function insertArticles(placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return
  const rows = placed.map(({ id, familyId, article }) => {
    const { editionId, blogId, slug, embargoUntil, now } = article
    const { headline, standfirst, description, pictureId } = article.text
    return { id, editionId, blogId, familyId, slug, headline, standfirst, description, pictureId, embargoUntil, now }
  })
  const written = await database().$queryRaw<{ id: number; locale: string }[]>`
    INSERT INTO "Article" ("id", "editionId", "blogId", "familyId", "slug", "headline", "standfirst", "description", "pictureId",
      "embargoUntil", "createdAt", "changedAt")
    SELECT x."id", x."editionId", x."blogId", x."familyId", x."slug", x."headline", x."standfirst", x."description",
      x."pictureId", x."embargoUntil", x."now", x."now"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("id" int, "editionId" int, "blogId" int, "familyId" int,
      "slug" text, "headline" text, "standfirst" text, "description" text, "pictureId" int, "embargoUntil" timestamptz,
      "now" timestamptz)
    RETURNING "id", (SELECT e."locale" FROM "Edition" e WHERE e."id" = "Article"."editionId") AS "locale"`
  const locales = new Map(written.map(({ id, locale }) => [id, locale]))
  await insertRevisions(
    placed.map(({ id, article }) => ({
      ...{ articleId: id, article: { ...article, suggestedBody: null }, locale: locales.get(id) ?? '' },
      ...{ after: { number: 0, hash: null }, by: article.by, reason: null, now: article.now },
    })),
  )
}

function auditOf({ id, article }: Placed): AuditEntry {
  const { editionId, blogId, slug, familyKey: family, by, now } = article
  const details = { editionId, blogId, slug, family }
  return { actor: by.name, action: 'article.create', subject: `article:${id}`, details, at: now }
}
