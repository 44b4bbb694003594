import { isRole, type Role } from '#lib/domain/people/roles.ts'
import { appendAudit } from '../audit.ts'
import { database, inTransaction } from '../database/client.ts'

const twoFactorKey = 'two-factor-roles'

/** Roles that must have a second factor before they work. */
export async function findTwoFactorRoles(): Promise<readonly Role[]> {
  const setting = await database().setting.findUnique({ where: { key: twoFactorKey } })
  return Array.isArray(setting?.value)
    ? setting.value.filter((value): value is Role => typeof value === 'string' && isRole(value))
    : []
}

export async function changeTwoFactorRoles(change: {
  readonly roles: readonly Role[]
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { by, now } = change
  const roles = [...change.roles]
  await inTransaction(async (open) => {
    await open.setting.upsert({
      where: { key: twoFactorKey },
      create: { key: twoFactorKey, value: roles, changedAt: now },
      update: { value: roles, changedAt: now },
    })
    const subject = `setting:${twoFactorKey}`
    await appendAudit({ actor: by, action: 'setting.change', subject, details: { roles }, at: now })
  })
}
