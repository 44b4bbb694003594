import { type Result, refuse } from '#lib/domain/result.ts'
import type { ContributorKind, ReferenceRefusal } from '#lib/domain/sections/reference.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { type Database, database, inTransaction } from '#lib/store/database/client.ts'
import { findBarredPictures } from '#lib/store/media/rights.ts'
import { changeReference, createReference } from './change-reference.ts'
import type { CounterpartChoice } from './counterparts.ts'
import { renameTimeoutMs } from './reference-trace.ts'

export type ContributorWords = {
  readonly name: string
  readonly slug: string
  readonly kind: ContributorKind
  /** What they do here, in the words of the edition. */
  readonly role: string
  readonly bio: string
  readonly isPseudonym: boolean
  /** `https:` and `mailto:` addresses where readers reach them. */
  readonly links: readonly string[]
  readonly pictureId: number | null
  /** Their account in this newsroom. */
  readonly userId: string | null
}

export async function beginContributor(creation: {
  readonly editionId: number
  readonly words: ContributorWords
  readonly counterpartId: number | null
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly id: number }, ReferenceRefusal>> {
  const { editionId, words, now } = creation
  const insert = (open: Database, key: string) =>
    open.contributor.create({
      data: { ...words, links: [...words.links], editionId, key, changedAt: now },
      select: { id: true },
    })
  return inTransaction(async () => {
    const fault = await findFault(words, { id: null, now })
    return fault ? refuse(fault) : createReference({ ...creation, kind: 'contributor', insert })
  })
}

export async function changeContributor(change: {
  readonly id: number
  readonly seenAt: Date
  readonly words: ContributorWords
  readonly counterparts: readonly CounterpartChoice[]
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, ReferenceRefusal>> {
  const { id, words, now } = change
  const data = { ...words, links: [...words.links], changedAt: now }
  const update = (open: Database) => open.contributor.update({ where: { id }, data })
  return inTransaction(async () => {
    const fault = await findFault(words, { id, now })
    return fault ? refuse(fault) : changeReference({ ...change, kind: 'contributor', update })
  }, renameTimeoutMs)
}

/**
 * The account and the picture that it names are there: a list can be older than they are. A portrait that stands may stay,
 * whatever became of its rights.
 */
async function findFault(
  { userId, pictureId }: ContributorWords,
  { id, now }: { readonly id: number | null; readonly now: Date },
): Promise<ReferenceRefusal | null> {
  const [row] = await database().$queryRaw<{ isWhole: boolean; standsAlready: boolean }[]>`
    SELECT (${userId}::text IS NULL OR EXISTS (SELECT 1 FROM "User" WHERE "id" = ${userId}))
      AND (${pictureId}::int IS NULL OR EXISTS (SELECT 1 FROM "Picture" WHERE "id" = ${pictureId}::int)) AS "isWhole",
      EXISTS (SELECT 1 FROM "Contributor" WHERE "id" = ${id}::int AND "pictureId" = ${pictureId}::int) AS "standsAlready"`
  if (!row?.isWhole) return { kind: 'no-such-user' }
  if (pictureId === null || row.standsAlready) return null
  const [barred] = await findBarredPictures([pictureId], now)
  return barred ? { kind: 'picture-barred', fileName: barred.fileName } : null
}
