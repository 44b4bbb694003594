import { isRole, type Role } from '#lib/domain/roles.ts'
import { database } from './client.ts'

const twoFactorKey = 'two-factor-roles'

/** Roles that must have a second factor before they work. */
export async function findTwoFactorRoles(): Promise<readonly Role[]> {
  const setting = await database().setting.findUnique({ where: { key: twoFactorKey } })
  return Array.isArray(setting?.value)
    ? setting.value.filter((value): value is Role => typeof value === 'string' && isRole(value))
    : []
}

export async function saveTwoFactorRoles(roles: readonly Role[], now: Date): Promise<void> {
  const value = [...roles]
  await database().setting.upsert({
    where: { key: twoFactorKey },
    create: { key: twoFactorKey, value, changedAt: now },
    update: { value, changedAt: now },
  })
}
