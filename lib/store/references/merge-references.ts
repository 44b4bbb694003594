import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { type ReferenceKind, type ReferenceRefusal, seenOfForecast } from '#lib/domain/sections/reference.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { referenceExpiry } from '#lib/domain/workflow/reference-expiry.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { lockReference } from './change-reference.ts'
import { forecastMerge } from './forecast-merge.ts'
import { keepAddress } from './reference-address.ts'
import { referenceSql } from './reference-sql.ts'
import { announceReference, findReferenceTrace, renameTimeoutMs, renewSearch } from './reference-trace.ts'

/**
 * Makes one of two: articles and drafts of the first become the second's, its addresses lead there in one hop, and it is gone.
 * `seen` is the forecast that whoever merges has read (seenOfForecast); when one word of it is no longer true they are asked again.
 */
export async function mergeReferences(merge: {
  readonly kind: ReferenceKind
  readonly fromId: number
  readonly intoId: number
  readonly seen: string
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, ReferenceRefusal>> {
  const { kind, fromId, intoId, seen, by, now } = merge
  if (fromId === intoId) return refuse({ kind: 'same' })
  return inTransaction(async (open) => {
    // In one order, so that two who merge crosswise wait for each other and don't block each other.
    for (const id of [fromId, intoId].sort((one, other) => one - other)) await lockReference(kind, id)
    const [from, into] = [await lockReference(kind, fromId), await lockReference(kind, intoId)]
    if (!from || !into) return refuse({ kind: 'missing' })
    if (from.editionId !== into.editionId) return refuse({ kind: 'other-edition' })
    const forecast = await forecastMerge(kind, { fromId, intoId })
    if (!forecast || seenOfForecast(forecast) !== seen) return refuse({ kind: 'forecast-changed' })
    const traces = [await findReferenceTrace(kind, fromId), await findReferenceTrace(kind, intoId)] as const

    await moveUses(kind, { fromId, intoId })
    await (kind === 'contributor' ? moveContributorFacts : moveTopicFacts)({ fromId, intoId })
    await moveAddresses(kind, { fromId, intoId })
    const { table } = referenceSql[kind]
    await open.$executeRaw`DELETE FROM ${table} WHERE "id" = ${fromId}`
    await keepAddress(kind, intoId, from, now)
    await open.$executeRaw`UPDATE ${table} SET "changedAt" = ${now} WHERE "id" = ${intoId}`
    await renewSearch(kind, intoId)

    const also = [...referenceExpiry(traces[1], await findReferenceTrace(kind, intoId)), tags.chrome(from.editionId)]
    await announceReference({ action: 'merge', before: traces[0], after: null, also })
    const { articleCount } = forecast
    const details = { into: intoId, name: from.name, intoName: into.name, articleCount, key: from.key }
    await appendAudit({ actor: by.name, action: `${kind}.merge`, subject: `${kind}:${fromId}`, details, at: now })
    return ok(undefined)
  }, renameTimeoutMs)
}

type Ids = { readonly fromId: number; readonly intoId: number }

async function moveUses(kind: ReferenceKind, { fromId, intoId }: Ids): Promise<void> {
  const { uses, column } = referenceSql[kind]
  await database().$executeRaw`
    DELETE FROM ${uses} x WHERE x.${column} = ${fromId}
      AND EXISTS (SELECT 1 FROM ${uses} y WHERE y."articleId" = x."articleId" AND y.${column} = ${intoId})`
  await database().$executeRaw`UPDATE ${uses} SET ${column} = ${intoId} WHERE ${column} = ${fromId}`
}

async function moveAddresses(kind: ReferenceKind, { fromId, intoId }: Ids): Promise<void> {
  const { merged, column } = referenceSql[kind]
  await database().$executeRaw`UPDATE "FormerAddress" SET ${column} = ${intoId} WHERE ${column} = ${fromId}`
  await database().$executeRaw`UPDATE ${merged} SET ${column} = ${intoId} WHERE ${column} = ${fromId}`
  await database().$executeRaw`INSERT INTO ${merged} ("formerId", ${column}) VALUES (${fromId}, ${intoId})`
}

/** A partner's key goes on with what its topic became, and so does a list that somebody keeps. */
async function moveTopicFacts({ fromId, intoId }: Ids): Promise<void> {
  await database().$executeRaw`UPDATE "ApiKey" SET "topicId" = ${intoId} WHERE "topicId" = ${fromId}`
  await database().$executeRaw`
    UPDATE "SavedFilter" SET "query" = regexp_replace("query", ${`(^|&)topic=${fromId}(&|$)`}, ${`\\1topic=${intoId}\\2`})
    WHERE "query" ~ ${`(^|&)topic=${fromId}(&|$)`}`
}

async function moveContributorFacts({ fromId, intoId }: Ids): Promise<void> {
  await database().$executeRaw`UPDATE "Blog" SET "editorId" = ${intoId} WHERE "editorId" = ${fromId}`
  await database().$executeRaw`
    UPDATE "Contributor" i SET "userId" = coalesce(i."userId", f."userId"), "pictureId" = coalesce(i."pictureId", f."pictureId")
    FROM "Contributor" f WHERE i."id" = ${intoId} AND f."id" = ${fromId}`
}
