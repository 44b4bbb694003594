import { database, inTransaction } from '#lib/store/database/client.ts'
import { recordPersonEvent } from './person-event.ts'

const dayMs = 24 * 3_600_000

/** Wrong passwords at somebody's account since then; null without any. */
export async function findRefusedSignIns(
  personId: string,
  since: Date,
): Promise<{ readonly count: number; readonly last: Date } | null> {
  const { _count, _max } = await database().auditEvent.aggregate({
    where: { subject: `person:${personId}`, action: 'person.refused-sign-in', at: { gt: since } },
    _count: true,
    _max: { at: true },
  })
  return _max.at && { count: _count, last: _max.at }
}

/** Puts into the trail that an account is guessed at, once a day. Answers whom to tell; null for an unknown account, or told already. */
export async function noteGuessing(
  email: string,
  now: Date,
): Promise<{ readonly email: string; readonly interfaceLocale: string } | null> {
  return inTransaction(async (open) => {
    const [person] = await open.$queryRaw<{ id: string; email: string; interfaceLocale: string }[]>`
      SELECT "id", "email", "interfaceLocale" FROM "User" WHERE "email" = ${email.toLowerCase()} AND "disabledAt" IS NULL
      FOR NO KEY UPDATE`
    if (!person) return null
    const action = 'person.guessed-at'
    const since = new Date(now.getTime() - dayMs)
    const told = await open.auditEvent.findFirst({
      where: { subject: `person:${person.id}`, action, at: { gt: since } },
      select: { id: true },
    })
    if (told) return null
    await recordPersonEvent({ by: 'nobody', action, personId: person.id, now })
    return { email: person.email, interfaceLocale: person.interfaceLocale }
  })
}
