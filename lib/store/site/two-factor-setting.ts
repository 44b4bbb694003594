import { isRole, type Role } from '#lib/domain/people/roles.ts'
import { database } from '#lib/store/database/client.ts'
import { changeSetting } from './change-setting.ts'

const key = 'two-factor-roles'

/** Roles that must have a second factor before they work. */
export async function findTwoFactorRoles(): Promise<readonly Role[]> {
  const setting = await database().setting.findUnique({ where: { key } })
  return Array.isArray(setting?.value)
    ? setting.value.filter((value): value is Role => typeof value === 'string' && isRole(value))
    : []
}

export async function changeTwoFactorRoles(change: {
  readonly roles: readonly Role[]
  readonly by: string
  readonly now: Date
}): Promise<void> {
  await changeSetting({ ...change, key, value: [...change.roles] })
}
