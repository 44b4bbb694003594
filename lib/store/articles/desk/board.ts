import { type BoardCard, type BoardColumn, columnLimits, isFirstOfState, isPlain } from '#lib/domain/desk/board.ts'
import type { Desk, DeskStage } from '#lib/domain/desk/desk-stage.ts'
import type { EarlyState } from '#lib/domain/workflow/step-back.ts'
import { lockExpiresMs } from '#lib/store/articles/writing/article-lock.ts'
import { database } from '#lib/store/database/client.ts'
import type { DeskPlace } from '#lib/store/desks/desk-stages.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type BoardQuestion = {
  readonly place: DeskPlace
  /** Blogs of the edition that are desks of their own, and no part of its board. */
  readonly without: readonly number[]
  /** A column each (domain/desk/board.ts). */
  readonly desk: Desk
  readonly authorId: string | null
  readonly isOverdueOnly: boolean
  readonly now: Date
}

export type Board = {
  /** In the order of the desk's stages. */
  readonly stages: readonly BoardColumn[]
  readonly scheduled: BoardColumn
}

/** Written out, not a parameter: else the indexes of the board, which hold these states alone, are none for the planner. */
const states: Readonly<Record<EarlyState, Prisma.Sql>> = {
  draft: Prisma.sql`a."state" = 'draft'`,
  in_review: Prisma.sql`a."state" = 'in_review'`,
  approved: Prisma.sql`a."state" = 'approved'`,
}

/** What is due first, then what has no deadline: the last changed first. What is overdue is due before the rest. */
const byDeadline = Prisma.sql`"dueAt", "changedAt" DESC, "id" DESC`
const byTime = Prisma.sql`"scheduledFor", "id"`

type Column = { readonly parts: readonly Prisma.Sql[]; readonly order: Prisma.Sql }
type Row = BoardCard & { readonly column: number }

/** What a desk works on: each column begins with what is due first. */
export async function listBoard(asked: BoardQuestion): Promise<Board> {
  const columns = [...asked.desk.map((stage) => columnOf(stage, asked)), scheduledColumn(asked)]
  const rows = await listCards(columns, asked.now)
  const found = columns.map((_, index) => rows.filter(({ column }) => column === index))
  const isFull = (cards: readonly Row[]) => cards.length > columnLimits.cards
  const counts = await Promise.all(
    columns.map((column, index) => (isFull(found[index] ?? []) ? countColumn(column) : (found[index]?.length ?? 0))),
  )
  const board = found.map((cards, index) => ({
    cards: cards.slice(0, columnLimits.cards).map(({ column: _, ...card }) => card),
    count: counts[index] ?? 0,
  }))
  return { stages: board.slice(0, -1), scheduled: board.at(-1) ?? { cards: [], count: 0 } }
}

function columnOf(stage: DeskStage, asked: BoardQuestion): Column {
  const { desk, now, isOverdueOnly } = asked
  const overdue = isOverdueOnly ? [Prisma.sql`a."dueAt" <= ${now}`] : []
  const ids = desk.filter(({ state, id }) => state === stage.state && id > 0).map(({ id }) => id)
  // A condition each: so each is one step in the index, in its order.
  const standing = [
    ...(isPlain(stage) ? [] : [Prisma.sql`a."deskStageId" = ${stage.id}`]),
    ...(isFirstOfState(stage, desk)
      ? [
          Prisma.sql`a."deskStageId" IS NULL`,
          Prisma.sql`a."deskStageId" IS NOT NULL AND a."deskStageId" <> ALL(${ids}::int[])`,
        ]
      : []),
  ]
  const common = [states[stage.state], ...ofDesk(asked), ...overdue]
  return { order: byDeadline, parts: standing.map((one) => Prisma.join([...common, one], ' AND ')) }
}

/** What is finished has no deadline: it is never overdue. */
function scheduledColumn(asked: BoardQuestion): Column {
  const conditions = (state: Prisma.Sql) =>
    Prisma.join([state, Prisma.sql`a."scheduledFor" IS NOT NULL`, ...ofDesk(asked)], ' AND ')
  const parts = [conditions(Prisma.sql`a."state" = 'scheduled'`), conditions(Prisma.sql`a."state" = 'published'`)]
  return { order: byTime, parts: asked.isOverdueOnly ? [Prisma.sql`false`] : parts }
}

function ofDesk({ place, without, authorId }: BoardQuestion): readonly Prisma.Sql[] {
  const { editionId, blogId } = place
  return [
    blogId === null ? Prisma.sql`a."editionId" = ${editionId}` : Prisma.sql`a."blogId" = ${blogId}`,
    ...(blogId === null && without.length > 0 ? [Prisma.sql`a."blogId" <> ALL(${[...without]}::int[])`] : []),
    ...(authorId === null ? [] : [Prisma.sql`a."authorId" = ${authorId}`]),
  ]
}

async function listCards(columns: readonly Column[], now: Date): Promise<readonly Row[]> {
  const most = columnLimits.cards + 1
  const picked = columns.map(({ parts, order }, index) => {
    const each = parts.map(
      (part) => Prisma.sql`(SELECT a."id", a."dueAt", a."changedAt", a."scheduledFor" FROM "Article" a WHERE ${part}
        ORDER BY ${order} LIMIT ${most})`,
    )
    return Prisma.sql`(SELECT ${index}::int AS "column", x."id", row_number() OVER (ORDER BY ${order}) AS "place"
      FROM (${Prisma.join(each, ' UNION ALL ')}) x ORDER BY "place" LIMIT ${most})`
  })
  return database().$queryRaw<Row[]>`
    SELECT p."column", a."id", a."version", n."headline", a."state"::text AS "state", a."deskStageId", a."scheduledFor", a."dueAt",
      a."isPending", jsonb_array_length(n."body") > 0 AS "hasText", a."blogId", b."name" AS "blogName", a."authorId", u."name" AS "authorName",
      ARRAY(SELECT c."name" FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId"
        WHERE y."articleId" = a."id" ORDER BY y."position") AS "bylines",
      (SELECT h."name" FROM "ArticleLock" l JOIN "User" h ON h."id" = l."userId"
        WHERE l."articleId" = a."id" AND l."seenAt" >= ${new Date(now.getTime() - lockExpiresMs)}) AS "holder",
      (SELECT count(*)::int FROM "Comment" c WHERE c."articleId" = a."id" AND c."parentId" IS NULL AND c."resolvedAt" IS NULL)
        AS "openComments"
    FROM (${Prisma.join(picked, ' UNION ALL ')}) p JOIN "Article" a ON a."id" = p."id" JOIN "Blog" b ON b."id" = a."blogId"
      LEFT JOIN "User" u ON u."id" = a."authorId"
      CROSS JOIN LATERAL (SELECT r."headline", r."body" FROM "Revision" r WHERE r."articleId" = a."id"
        ORDER BY r."number" DESC LIMIT 1) n
    ORDER BY p."column", p."place"`
}

async function countColumn({ parts }: Column): Promise<number> {
  const each = parts.map(
    (part) => Prisma.sql`(SELECT 1 FROM "Article" a WHERE ${part} LIMIT ${columnLimits.counted + 1})`,
  )
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (${Prisma.join(each, ' UNION ALL ')}) x`
  return row?.count ?? 0
}
