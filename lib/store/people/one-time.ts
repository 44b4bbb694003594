import { randomUUID } from 'node:crypto'
import { database } from '#lib/store/database/client.ts'

/** A value that opens one door once: the link's token is nowhere, only its hash. */
export type OneTimeKind = 'first-run' | 'password-reset' | 'reset-asked'

export async function createOneTime(value: {
  readonly kind: OneTimeKind
  readonly hash: string
  readonly value: string
  readonly expiresAt: Date
  readonly now: Date
}): Promise<void> {
  const { kind, hash, expiresAt, now } = value
  await database().verification.create({
    data: {
      ...{ id: randomUUID(), identifier: `${kind}:${hash}`, value: value.value, expiresAt },
      ...{ createdAt: now, updatedAt: now },
    },
  })
}

export async function findOneTime(kind: OneTimeKind, hash: string, now: Date): Promise<string | null> {
  const row = await database().verification.findFirst({
    where: { identifier: `${kind}:${hash}`, expiresAt: { gt: now } },
    select: { value: true },
  })
  return row?.value ?? null
}

/** Uses it up. Of two at the same moment one gets the value. */
export async function takeOneTime(kind: OneTimeKind, hash: string, now: Date): Promise<string | null> {
  const rows = await database().$queryRaw<{ value: string }[]>`
    DELETE FROM "Verification" WHERE "identifier" = ${`${kind}:${hash}`} AND "expiresAt" > ${now} RETURNING "value"`
  return rows[0]?.value ?? null
}

/** Ends all of a kind, or those for one value. */
export async function dropOneTimes(kind: OneTimeKind, value?: string): Promise<void> {
  await database().verification.deleteMany({ where: { identifier: { startsWith: `${kind}:` }, value } })
}

/** Ids of people who asked for a new password where no letters are sent. */
export async function listResetAsked(now: Date): Promise<ReadonlySet<string>> {
  const rows = await database().verification.findMany({
    where: { identifier: { startsWith: 'reset-asked:' }, expiresAt: { gt: now } },
    select: { value: true },
  })
  return new Set(rows.map((row) => row.value))
}
