import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { LooseCopy } from '#lib/domain/writing/saving/save-answers.ts'
import { database } from '#lib/store/database/client.ts'

type Kept = {
  readonly articleId: number
  readonly userId: string
  readonly tab: string
  readonly sequence: number
  readonly baseVersion: number
  readonly draft: ArticleDraft
  /** What the draft grew from; null when the tab has sent it before. */
  readonly base: ArticleDraft | null
  readonly now: Date
}

/** Copies that became revisions or were put away are kept so long, for undo and for questions. */
const closedForDays = 30

/**
 * Keeps what a tab sent, unless it has sent something newer already: batches that come late or twice change nothing. Answers
 * the highest sequence number that stands, or null when the tab is somebody else's.
 */
export async function keepWorkingCopy(copy: Kept): Promise<number | null> {
  const { articleId, userId, tab, sequence, baseVersion, draft, base, now } = copy
  const text = JSON.stringify({ draft, base })
  const written = await database().$executeRaw`
    INSERT INTO "WorkingCopy" AS w ("articleId", "userId", "tab", "sequence", "baseVersion", "text", "savedAt")
    VALUES (${articleId}, ${userId}, ${tab}, ${sequence}, ${baseVersion}, ${text}::jsonb, ${now})
    ON CONFLICT ("articleId", "tab") DO UPDATE SET "sequence" = excluded."sequence", "baseVersion" = excluded."baseVersion",
      "text" = CASE WHEN excluded."text" -> 'base' = 'null'::jsonb
        THEN jsonb_set(excluded."text", '{base}', w."text" -> 'base') ELSE excluded."text" END,
      "savedAt" = excluded."savedAt", "closedAt" = NULL
    WHERE w."sequence" < excluded."sequence" AND w."userId" = excluded."userId"`
  if (written > 0) return sequence
  const [row] = await database().$queryRaw<{ sequence: number; userId: string }[]>`
    SELECT "sequence", "userId" FROM "WorkingCopy" WHERE "articleId" = ${articleId} AND "tab" = ${tab}`
  return row?.userId === userId ? row.sequence : null
}

/** The highest sequence number that a tab has here; 0 when it has sent nothing. */
export async function findSequence(articleId: number, tab: string): Promise<number> {
  const [row] = await database().$queryRaw<{ sequence: number }[]>`
    SELECT "sequence" FROM "WorkingCopy" WHERE "articleId" = ${articleId} AND "tab" = ${tab}`
  return row?.sequence ?? 0
}

export type OpenCopy = {
  readonly sequence: number
  readonly baseVersion: number
  readonly draft: unknown
  /** What it grew from. */
  readonly base: ArticleDraft | null
}

/** One person's own open copy of a tab, held until the transaction ends. */
export async function findWorkingCopyForChange(copy: {
  readonly articleId: number
  readonly userId: string
  readonly tab: string
}): Promise<OpenCopy | null> {
  const { articleId, userId, tab } = copy
  const [row] = await database().$queryRaw<OpenCopy[]>`
    SELECT "sequence", "baseVersion", "text" -> 'draft' AS "draft", "text" -> 'base' AS "base" FROM "WorkingCopy"
    WHERE "articleId" = ${articleId} AND "tab" = ${tab} AND "userId" = ${userId} AND "closedAt" IS NULL FOR UPDATE`
  return row ?? null
}

/** Texts of an article that are in no revision, newest first. */
export async function listLooseCopies(articleId: number): Promise<readonly LooseCopy[]> {
  const rows = await database().$queryRaw<(Omit<LooseCopy, 'savedAt' | 'source'> & { readonly savedAt: Date })[]>`
    SELECT w."tab", w."savedAt", w."sequence", w."baseVersion", json_build_object('id', u."id", 'name', u."name") AS "by",
      w."text" -> 'draft' AS "draft", coalesce(nullif(w."text" -> 'base', 'null'::jsonb), w."text" -> 'draft') AS "base"
    FROM "WorkingCopy" w JOIN "User" u ON u."id" = w."userId"
    WHERE w."articleId" = ${articleId} AND w."closedAt" IS NULL ORDER BY w."savedAt" DESC, w."id" DESC`
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString(), source: 'server' }))
}

/** The copy became a revision or was put away. What its tab typed since stays open. */
export async function closeWorkingCopy(copy: {
  readonly articleId: number
  readonly tab: string
  readonly upTo: number
  readonly now: Date
}): Promise<void> {
  const { articleId, tab, upTo, now } = copy
  await database().$executeRaw`
    UPDATE "WorkingCopy" SET "closedAt" = ${now}
    WHERE "articleId" = ${articleId} AND "tab" = ${tab} AND "sequence" <= ${upTo} AND "closedAt" IS NULL`
  await database().$executeRaw`
    DELETE FROM "WorkingCopy" WHERE "articleId" = ${articleId}
      AND "closedAt" < ${now}::timestamptz - make_interval(days => ${closedForDays})`
}

/** Takes back that a copy was put away. */
export async function reopenWorkingCopy(copy: { readonly articleId: number; readonly tab: string }): Promise<void> {
  await database().$executeRaw`
    UPDATE "WorkingCopy" SET "closedAt" = NULL WHERE "articleId" = ${copy.articleId} AND "tab" = ${copy.tab}`
}
