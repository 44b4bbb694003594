import type { ContributorKind, ReferenceRefusal } from '#lib/domain/references/reference.ts'
import { type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { type Database, database } from '#lib/store/client.ts'
import { changeReference, createReference } from './change-reference.ts'
import type { CounterpartChoice } from './counterparts.ts'

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
  if (!(await isWhole(words))) return refuse({ kind: 'no-such-user' })
  const insert = (open: Database, key: string) =>
    open.contributor.create({
      data: { ...words, links: [...words.links], editionId, key, changedAt: now },
      select: { id: true },
    })
  return createReference({ ...creation, kind: 'contributor', insert })
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
  if (!(await isWhole(words))) return refuse({ kind: 'no-such-user' })
  const data = { ...words, links: [...words.links], changedAt: now }
  return changeReference({
    ...change,
    kind: 'contributor',
    update: (open) => open.contributor.update({ where: { id }, data }),
  })
}

/** The account and the picture that it names are there: a list can be older than they are. */
async function isWhole({ userId, pictureId }: ContributorWords): Promise<boolean> {
  const [row] = await database().$queryRaw<{ isWhole: boolean }[]>`
    SELECT (${userId}::text IS NULL OR EXISTS (SELECT 1 FROM "User" WHERE "id" = ${userId}))
      AND (${pictureId}::int IS NULL OR EXISTS (SELECT 1 FROM "Picture" WHERE "id" = ${pictureId}::int)) AS "isWhole"`
  return row?.isWhole ?? false
}
