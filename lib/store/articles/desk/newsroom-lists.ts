import { soonMs } from '#lib/domain/desk/deadline.ts'
import type { ArticleFilter, ArticleLine, ListedState } from '#lib/domain/lists/article-line.ts'
import type { PageOf, Paging } from '#lib/domain/lists/listing.ts'
import type { Places } from '#lib/domain/people/places.ts'
import { database } from '#lib/store/database/client.ts'
import { keysetHasBehind, keysetPage, pageFrom } from '#lib/store/database/keyset.ts'
import { standingStage } from '#lib/store/desks/stage-sql.ts'
import { lastChanged } from '#lib/store/finding/find-articles.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { hasHeadlineWords } from './headline-words.ts'

const pageSize = 50
/** A part of the desk shows what is next; the list behind it has the rest. */
const partSize = 10
/** Pictures without a description are sought in what was worked on last: where all have one, the search would read every article. */
const mostLookedThrough = 1_000

const order = { at: Prisma.sql`a."changedAt"`, id: Prisma.sql`a."id"` }

const line = Prisma.sql`a."id", n."headline", a."state"::text AS "state", a."scheduledFor", a."embargoUntil", a."withdrawAt",
  a."dueAt", a."changedAt", st."name" AS "stageName",
  a."isPending", b."name" AS "blogName", u."name" AS "authorName",
  json_build_object('id', e."id", 'name', e."name", 'locale', e."locale", 'direction', e."direction", 'timeZone', e."timeZone")
    AS "edition"`

const joined = Prisma.sql`"Article" a
  JOIN "Edition" e ON e."id" = a."editionId" JOIN "Blog" b ON b."id" = a."blogId" LEFT JOIN "User" u ON u."id" = a."authorId"
  CROSS JOIN LATERAL (SELECT r."headline" FROM "Revision" r WHERE r."articleId" = a."id" ORDER BY r."number" DESC LIMIT 1) n
  ${standingStage}`

/** Articles in any state, the last changed first. */
export async function listNewsroomArticles(
  filter: ArticleFilter,
  places: Places,
  paging: Paging,
  now: Date,
): Promise<PageOf<ArticleLine>> {
  const words = filter.text === null ? Prisma.sql`true` : await hasHeadlineWords(filter.text)
  const from = Prisma.sql`FROM ${joined} WHERE ${within(places)} AND ${fits(filter, now)} AND ${words}`
  const [rows, [behind]] = await Promise.all([
    database().$queryRaw<ArticleLine[]>`SELECT ${line} ${from} ${keysetPage(order, paging, pageSize)}`,
    database().$queryRaw<{ has: boolean }[]>`SELECT ${keysetHasBehind(from, order, paging)} AS "has"`,
  ])
  const cursorOf = ({ changedAt, id }: ArticleLine) => ({ at: changedAt, id })
  return pageFrom({ rows, hasBehind: behind?.has ?? false, paging, limit: pageSize, cursorOf })
}

export type Desk = {
  /** Overdue, or due soon: their own, and what they review. */
  readonly due: readonly ArticleLine[]
  readonly mine: readonly ArticleLine[]
  readonly toReview: readonly ArticleLine[]
  readonly scheduled: readonly ArticleLine[]
  /** Leave the public by themselves. */
  readonly leaving: readonly ArticleLine[]
  readonly pending: readonly ArticleLine[]
  readonly withoutAlt: readonly ArticleLine[]
  /** Readers were told something wrong, says a comment, and no correction was published since. */
  readonly correctionsDue: readonly ArticleLine[]
}

/** What somebody's day begins with. Each part is of the places where they may act on it. */
export async function findDesk(asked: {
  readonly userId: string
  readonly write: Places
  readonly review: Places
  readonly publish: Places
  /** End of what counts as soon. */
  readonly until: Date
}): Promise<Desk> {
  const { userId, write, review, publish, until } = asked
  const part = (condition: Prisma.Sql, by: Prisma.Sql) =>
    database().$queryRaw<ArticleLine[]>`
      SELECT ${line} FROM ${joined} WHERE ${condition} ORDER BY ${by}, a."id" DESC LIMIT ${partSize}`
  const newest = Prisma.sql`a."changedAt" DESC`
  const oldest = Prisma.sql`a."changedAt" ASC`
  const [due, mine, toReview, scheduled, leaving, pending, withoutAlt, correctionsDue] = await Promise.all([
    part(
      Prisma.sql`a."dueAt" <= ${until} AND ${awaited} AND (${within(review)} OR (a."authorId" = ${userId} AND ${within(write)}))`,
      Prisma.sql`a."authorId" IS NOT DISTINCT FROM ${userId} DESC, a."dueAt"`,
    ),
    part(
      Prisma.sql`a."authorId" = ${userId} AND a."state" IN ('draft', 'in_review', 'approved') AND ${within(write)}`,
      newest,
    ),
    part(Prisma.sql`a."state" = 'in_review' AND ${within(review)}`, oldest),
    part(
      Prisma.sql`a."scheduledFor" <= ${until} AND a."state" IN ('scheduled', 'published') AND ${within(write)}`,
      Prisma.sql`a."scheduledFor"`,
    ),
    part(
      Prisma.sql`a."withdrawAt" <= ${until} AND a."state" = 'published' AND ${within(write)}`,
      Prisma.sql`a."withdrawAt"`,
    ),
    part(Prisma.sql`${inState('pending')} AND a."scheduledFor" IS NULL AND ${within(publish)}`, oldest),
    part(
      Prisma.sql`a."id" IN (SELECT x."id" FROM (${lastChanged(write, mostLookedThrough)}) x) AND a."pictureId" IS NOT NULL
        AND a."state" NOT IN ('withdrawn', 'killed') AND NOT EXISTS (SELECT 1 FROM "PictureText" t WHERE t."pictureId" = a."pictureId" AND t."locale" = e."locale"
          AND btrim(t."alt") <> '')`,
      newest,
    ),
    part(
      Prisma.sql`a."state" = 'published' AND (${within(publish)} OR a."authorId" = ${userId})
        AND EXISTS (SELECT 1 FROM "Comment" c WHERE c."articleId" = a."id" AND c."wantsCorrection" AND c."resolvedAt" IS NULL)`,
      oldest,
    ),
  ])
  return { due, mine, toReview, scheduled, leaving, pending, withoutAlt, correctionsDue }
}

/** Who began an article, for the filter. */
export async function listAuthors(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return database().$queryRaw<{ id: string; name: string }[]>`
    SELECT u."id", u."name" FROM "User" u
    WHERE EXISTS (SELECT 1 FROM "Article" a WHERE a."authorId" = u."id") ORDER BY u."name", u."id"`
}

/** Articles `a` of these places. */
export function within(places: Places): Prisma.Sql {
  if (places.kind === 'everywhere') return Prisma.sql`true`
  return Prisma.sql`(a."editionId" = ANY(${[...places.editionIds]}::int[]) OR a."blogId" = ANY(${[...places.blogIds]}::int[]))`
}

/** All of the filter but its words. */
function fits({ editionId, blogId, state, stageId, due, authorId, topicId }: ArticleFilter, now: Date): Prisma.Sql {
  const dueBy = due === 'soon' ? new Date(now.getTime() + soonMs) : now
  const conditions = [
    ...(editionId === null ? [] : [Prisma.sql`a."editionId" = ${editionId}`]),
    ...(blogId === null ? [] : [Prisma.sql`a."blogId" = ${blogId}`]),
    ...(state === null ? [] : [inState(state)]),
    ...(stageId === null ? [] : [inStage(stageId)]),
    ...(due === null ? [] : [Prisma.sql`a."dueAt" <= ${dueBy} AND ${awaited}`]),
    ...(authorId === null ? [] : [Prisma.sql`a."authorId" = ${authorId}`]),
    ...(topicId === null
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."articleId" = a."id" AND x."topicId" = ${topicId})`,
        ]),
  ]
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

/** What has still to be finished, as domain/desk/deadline.ts has it. */
const awaited = Prisma.sql`(a."state" IN ('draft', 'in_review', 'approved')
  OR (a."isPending" AND a."scheduledFor" IS NULL))`

/** Edition and state of the stage are what an index goes by; which of them stand in it is asked of each. */
function inStage(stageId: number): Prisma.Sql {
  const of = (column: Prisma.Sql) => Prisma.sql`(SELECT ${column} FROM "DeskStage" WHERE "id" = ${stageId})`
  return Prisma.sql`a."editionId" = ${of(Prisma.sql`"editionId"`)} AND a."state" = ${of(Prisma.sql`"state"`)} AND st."id" = ${stageId}`
}

function inState(state: ListedState): Prisma.Sql {
  switch (state) {
    case 'pending':
      return Prisma.sql`a."isPending"`
    case 'scheduled':
      return Prisma.sql`a."scheduledFor" IS NOT NULL AND a."state" IN ('scheduled', 'published')`
    default:
      return Prisma.sql`a."state" = ${state}::"ArticleState"`
  }
}
