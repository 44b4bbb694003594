import { database, inTransaction } from '#lib/store/database/client.ts'
import { recordPersonEvent } from './person-event.ts'

export type SessionLine = {
  readonly id: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function listSessions(userId: string, now: Date): Promise<readonly SessionLine[]> {
  return database().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, ipAddress: true, userAgent: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** Ends one session of this person, or all but the one they ask from. Nobody ends another person's by its id. */
export async function endSessions(ending: {
  readonly user: { readonly id: string; readonly name: string; readonly sessionId: string }
  readonly which: { readonly id: string } | 'others'
  readonly now: Date
}): Promise<void> {
  const { user, which, now } = ending
  await inTransaction(async (open) => {
    const { count } = await open.session.deleteMany({
      where: { userId: user.id, id: which === 'others' ? { not: user.sessionId } : which.id },
    })
    if (count === 0) return
    const event = { by: user.name, personId: user.id, details: { count }, now }
    await recordPersonEvent({ ...event, action: 'person.end-session' })
  })
}

export type PasskeyLine = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }

export async function listPasskeys(userId: string): Promise<readonly PasskeyLine[]> {
  return database().passkey.findMany({
    where: { userId },
    select: { id: true, name: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** False when this person has no such passkey: nobody names another's. The same name again is no event. */
export async function namePasskey(naming: {
  readonly id: string
  readonly name: string
  readonly user: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<boolean> {
  const { id, name, user, now } = naming
  return inTransaction(async (open) => {
    const [held] = await open.$queryRaw<{ name: string | null }[]>`
      SELECT "name" FROM "Passkey" WHERE "id" = ${id} AND "userId" = ${user.id} FOR UPDATE`
    if (!held) return false
    if (held.name === name) return true
    await open.passkey.update({ where: { id }, data: { name } })
    const details = { from: held.name, to: name }
    await recordPersonEvent({ by: user.name, action: 'person.rename-passkey', personId: user.id, details, now })
    return true
  })
}

export async function removePasskey(removal: {
  readonly id: string
  readonly user: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<void> {
  const { id, user, now } = removal
  await inTransaction(async (open) => {
    const { count } = await open.passkey.deleteMany({ where: { id, userId: user.id } })
    if (count === 0) return
    await recordPersonEvent({ by: user.name, action: 'person.remove-passkey', personId: user.id, now })
  })
}
