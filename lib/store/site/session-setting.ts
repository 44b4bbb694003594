import { isSessionDays, type SessionDays, standardSessionDays } from '#lib/domain/site/session-length.ts'
import { database } from '#lib/store/database/client.ts'
import { changeSetting } from './change-setting.ts'

const key = 'session-days'

/** How many days after sign-in everyone signs in again. */
export async function findSessionDays(): Promise<SessionDays> {
  const setting = await database().setting.findUnique({ where: { key } })
  return isSessionDays(setting?.value) ? setting.value : standardSessionDays
}

/** Sessions that are already older than the new length end with the change; none is made longer. */
export async function changeSessionDays(change: {
  readonly days: SessionDays
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { days } = change
  const also: Parameters<typeof changeSetting>[0]['also'] = (open) => open.$executeRaw`
    UPDATE "Session" SET "expiresAt" = least("expiresAt", "createdAt" + ${days}::int * interval '1 day')`
  await changeSetting({ ...change, key, value: days, also })
}
