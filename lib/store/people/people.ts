import type { Grant, Role } from '#lib/domain/people/roles.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { takeTurns } from '#lib/store/database/take-turns.ts'
import { recordPersonEvent } from './person-event.ts'

export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly hasTwoFactor: boolean
  readonly disabledAt: Date | null
  readonly lastSignInAt: Date | null
  readonly grants: readonly (Grant & { readonly id: number })[]
}

const personFields = {
  id: true,
  name: true,
  email: true,
  twoFactorEnabled: true,
  disabledAt: true,
  grants: { select: { id: true, role: true, editionId: true, blogId: true }, orderBy: { id: 'asc' } },
  sessions: { select: { signedInAt: true }, orderBy: { signedInAt: 'desc' }, take: 1 },
} as const

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly twoFactorEnabled: boolean
  readonly disabledAt: Date | null
  readonly grants: Person['grants']
  readonly sessions: readonly { readonly signedInAt: Date }[]
}

/** Everyone, by name: a newsroom has hundreds of people at most. */
export async function listPeople(): Promise<readonly Person[]> {
  const rows = await database().user.findMany({ select: personFields, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map(personOf)
}

export async function findPerson(id: string): Promise<Person | null> {
  const row = await database().user.findUnique({ where: { id }, select: personFields })
  return row && personOf(row)
}

/** Id of the account that signs in with this e-mail and is not closed. */
export async function findPersonIdByEmail(email: string): Promise<string | null> {
  const row = await database().user.findFirst({
    where: { email: email.toLowerCase(), disabledAt: null },
    select: { id: true },
  })
  return row?.id ?? null
}

export async function hasPeople(): Promise<boolean> {
  return (await database().user.findFirst({ select: { id: true } })) !== null
}

/** Makes an account with a password and roles. Takes part in the transaction around it, which says why it may. */
export async function createPerson(person: {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly interfaceLocale: string
  readonly grants: readonly Grant[]
  readonly by: string
  readonly now: Date
}): Promise<Result<string, { readonly kind: 'email-taken' }>> {
  const { id, name, passwordHash, interfaceLocale, grants, by, now } = person
  const email = person.email.toLowerCase()
  return inTransaction(async (open) => {
    // Two links opened in one moment make one account, not an error.
    await takeTurns(`person ${email}`)
    if (await open.user.findUnique({ where: { email }, select: { id: true } })) return refuse({ kind: 'email-taken' })
    await open.user.create({
      data: {
        ...{ id, name, email, emailVerified: true, interfaceLocale, createdAt: now, updatedAt: now },
        accounts: { create: { id: `${id}-password`, accountId: id, providerId: 'credential', password: passwordHash } },
        grants: { create: grants.map((grant) => ({ ...grant, createdAt: now })) },
      },
    })
    await recordPersonEvent({ by, action: 'person.create', personId: id, details: { name, email, grants }, now })
    return ok(id)
  })
}

export async function changeProfile(change: {
  readonly id: string
  readonly name: string
  readonly interfaceLocale: string
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { id, name, interfaceLocale, by, now } = change
  await inTransaction(async (open) => {
    await open.user.update({ where: { id }, data: { name, interfaceLocale, updatedAt: now } })
    const details = { name, interfaceLocale }
    await recordPersonEvent({ by, action: 'person.profile', personId: id, details, now })
  })
}

/** Sets a password without the old one, for who proved in another way who they are, and ends every session. */
export async function replacePassword(change: {
  readonly id: string
  readonly passwordHash: string
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { id, passwordHash, by, now } = change
  await inTransaction(async (open) => {
    await open.account.updateMany({
      where: { userId: id, providerId: 'credential' },
      data: { password: passwordHash, updatedAt: now },
    })
    await open.session.deleteMany({ where: { userId: id } })
    await recordPersonEvent({ by, action: 'person.password-reset', personId: id, now })
  })
}

/** Takes the second step off somebody’s account, and ends every session: whoever found the phone is out too. */
export async function removeTwoFactor(change: {
  readonly id: string
  readonly by: string
  readonly now: Date
}): Promise<void> {
  const { id, by, now } = change
  await inTransaction(async (open) => {
    const { count } = await open.twoFactor.deleteMany({ where: { userId: id } })
    if (count === 0) return
    await open.user.update({ where: { id }, data: { twoFactorEnabled: false, updatedAt: now } })
    await open.session.deleteMany({ where: { userId: id } })
    await recordPersonEvent({ by, action: 'person.two-factor-off', personId: id, now })
  })
}

/** Closes an account, with every session of it, or opens it again. */
export async function setDisabled(change: {
  readonly id: string
  readonly isDisabled: boolean
  readonly by: string
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'no-such-person' | 'last-administrator' }>> {
  const { id, isDisabled, by, now } = change
  return inTransaction(async (open) => {
    await lockAdministrators()
    if (!(await open.user.findUnique({ where: { id }, select: { id: true } })))
      return refuse({ kind: 'no-such-person' })
    if (isDisabled && !(await hasOtherAdministrator({ userId: id }))) return refuse({ kind: 'last-administrator' })
    await open.user.update({ where: { id }, data: { disabledAt: isDisabled ? now : null, updatedAt: now } })
    if (isDisabled) await open.session.deleteMany({ where: { userId: id } })
    await recordPersonEvent({ by, action: isDisabled ? 'person.close' : 'person.open', personId: id, now })
    return ok(null)
  })
}

/** One who decides about people at a time, so that two last administrators can't remove each other. */
export async function lockAdministrators(): Promise<void> {
  await takeTurns('administrators')
}

/** Whether somebody stays administrator of everything without this grant, or without this person. */
export async function hasOtherAdministrator(
  without: { readonly userId: string } | { readonly grantId: number },
): Promise<boolean> {
  const role: Role = 'administrator'
  const other = await database().grant.findFirst({
    where: {
      ...{ role, editionId: null, blogId: null, user: { disabledAt: null } },
      ...('userId' in without ? { userId: { not: without.userId } } : { id: { not: without.grantId } }),
    },
    select: { id: true },
  })
  return other !== null
}

function personOf({ twoFactorEnabled, sessions, ...row }: PersonRow): Person {
  return { ...row, hasTwoFactor: twoFactorEnabled, lastSignInAt: sessions[0]?.signedInAt ?? null }
}
