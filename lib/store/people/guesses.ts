import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { recordPersonEvent } from './person-event.ts'

const dayMs = 24 * 3_600_000

type Guesses = { readonly count: number; readonly last: Date }

/** Wrong passwords, and wrong codes after the right password, at somebody's account since then; null without any. */
export async function findRefusedSignIns(
  personId: string,
  since: Date,
): Promise<{ readonly passwords: Guesses | null; readonly codes: Guesses | null }> {
  const [passwords, codes] = await Promise.all(
    ['person.refused-sign-in', 'person.refused-code'].map(async (action) => {
      const { _count, _max } = await database().auditEvent.aggregate({
        where: { subject: `person:${personId}`, action, at: { gt: since } },
        _count: true,
        _max: { at: true },
      })
      return _max.at && { count: _count, last: _max.at }
    }),
  )
  return { passwords: passwords ?? null, codes: codes ?? null }
}

type Guessing = { readonly by: 'password'; readonly email: string } | { readonly by: 'code'; readonly personId: string }

export type Guessed = { readonly email: string; readonly interfaceLocale: string }

/**
 * Puts into the trail that an account is guessed at, by passwords and by codes once a day each. Answers whom to tell; null for an
 * unknown account, or told already.
 */
export async function noteGuessing(guessing: Guessing, now: Date): Promise<Guessed | null> {
  const { by } = guessing
  const isWhose =
    by === 'code' ? Prisma.sql`"id" = ${guessing.personId}` : Prisma.sql`"email" = ${guessing.email.toLowerCase()}`
  return inTransaction(async (open) => {
    const [person] = await open.$queryRaw<{ id: string; email: string; interfaceLocale: string }[]>`
      SELECT "id", "email", "interfaceLocale" FROM "User" WHERE ${isWhose} AND "disabledAt" IS NULL
      FOR NO KEY UPDATE`
    if (!person) return null
    const action = 'person.guessed-at'
    const since = new Date(now.getTime() - dayMs)
    const told = await open.auditEvent.findFirst({
      where: { subject: `person:${person.id}`, action, at: { gt: since }, details: { path: ['by'], equals: by } },
      select: { id: true },
    })
    if (told) return null
    await recordPersonEvent({ by: 'nobody', action, personId: person.id, details: { by }, now })
    return { email: person.email, interfaceLocale: person.interfaceLocale }
  })
}
