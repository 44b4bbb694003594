import { type FilterRefusal, filterLimits, type SavedFilter } from '#lib/domain/lists/saved-filter.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { takeTurns } from '#lib/store/database/take-turns.ts'

/** A person's own filters, and those that others share, by name. */
export async function listSavedFilters(userId: string): Promise<readonly SavedFilter[]> {
  return database().$queryRaw<SavedFilter[]>`
    SELECT "id", "name", "query", "isShared", "userId" = ${userId} AS "isOwn" FROM "SavedFilter"
    WHERE "userId" = ${userId} OR "isShared" ORDER BY "userId" = ${userId} DESC, "name", "id"`
}

/** Refuses a name that one has already, or that everybody's tabs have: two tabs of one name tell nobody where they lead. */
export async function createSavedFilter(filter: {
  readonly userId: string
  readonly name: string
  readonly query: string
  readonly isShared: boolean
  readonly now: Date
}): Promise<Result<{ readonly id: number }, FilterRefusal>> {
  const { userId, name, query, isShared, now } = filter
  return inTransaction(async (open) => {
    // What is looked at is still so when the name is written.
    await takeTurns('saved filters')
    if (await isNameTaken({ userId, name, exceptId: 0 })) return refuse({ kind: 'name-taken' })
    if ((await open.savedFilter.count({ where: { userId } })) >= filterLimits.ofPerson)
      return refuse({ kind: 'too-many' })
    const data = { userId, name, query, isShared, createdAt: now }
    return ok(await open.savedFilter.create({ data, select: { id: true } }))
  })
}

export async function renameSavedFilter(filter: {
  readonly id: number
  readonly userId: string
  readonly name: string
}): Promise<Result<null, FilterRefusal>> {
  const { id, userId, name } = filter
  return inTransaction(async (open) => {
    // What is looked at is still so when the name is written.
    await takeTurns('saved filters')
    if (await isNameTaken({ userId, name, exceptId: id })) return refuse({ kind: 'name-taken' })
    const { count } = await open.savedFilter.updateMany({ where: { id, userId }, data: { name } })
    return count === 1 ? ok(null) : refuse({ kind: 'no-such-filter' })
  })
}

/** Answers what was removed, so that it can be put back. */
export async function removeSavedFilter(filter: {
  readonly id: number
  readonly userId: string
}): Promise<Result<Pick<SavedFilter, 'name' | 'query' | 'isShared'>, FilterRefusal>> {
  const [removed] = await database().$queryRaw<Pick<SavedFilter, 'name' | 'query' | 'isShared'>[]>`
    DELETE FROM "SavedFilter" WHERE "id" = ${filter.id} AND "userId" = ${filter.userId}
    RETURNING "name", "query", "isShared"`
  return removed ? ok(removed) : refuse({ kind: 'no-such-filter' })
}

async function isNameTaken(asked: {
  readonly userId: string
  readonly name: string
  readonly exceptId: number
}): Promise<boolean> {
  const { userId, name, exceptId } = asked
  const taken = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "taken" FROM "SavedFilter" WHERE ("userId" = ${userId} OR "isShared") AND "id" <> ${exceptId}
      AND lower("name" COLLATE "pg_c_utf8") = lower(${name}::text COLLATE "pg_c_utf8")`
  return taken.length > 0
}
