import type { Grant, Role } from '#lib/domain/people/roles.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { createPerson } from './people.ts'

export type Invitation = {
  readonly id: number
  readonly email: string
  readonly role: Role
  /** Where the role will be: both null is everywhere. */
  readonly editionId: number | null
  readonly blogId: number | null
  readonly inviterName: string
  readonly expiresAt: Date
}

const fields = {
  ...{ id: true, email: true, role: true, editionId: true, blogId: true, expiresAt: true },
  invitedBy: { select: { name: true } },
} as const

/** Invitations whose link still opens something. */
export async function listInvitations(now: Date): Promise<readonly Invitation[]> {
  const rows = await database().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, invitedBy: { disabledAt: null } },
    select: fields,
    orderBy: { id: 'desc' },
  })
  return rows.map(({ invitedBy, ...row }) => ({ ...row, inviterName: invitedBy.name }))
}

export async function findInvitation(tokenHash: string, now: Date): Promise<Invitation | null> {
  const row = await database().invitation.findFirst({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, invitedBy: { disabledAt: null } },
    select: fields,
  })
  if (!row) return null
  const { invitedBy, ...invitation } = row
  return { ...invitation, inviterName: invitedBy.name }
}

export async function createInvitation(invitation: {
  readonly email: string
  readonly grant: Grant
  readonly tokenHash: string
  readonly expiresAt: Date
  readonly by: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'already-here' }>> {
  const { grant, tokenHash, expiresAt, by, now } = invitation
  const email = invitation.email.toLowerCase()
  return inTransaction(async (open) => {
    if (await open.user.findUnique({ where: { email }, select: { id: true } })) return refuse({ kind: 'already-here' })
    // A newer invitation replaces the older: one link opens the door.
    await open.invitation.updateMany({ where: { email, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } })
    await open.invitation.create({
      data: { email, ...grant, tokenHash, expiresAt, invitedById: by.id, createdAt: now },
    })
    const details = { ...grant, expiresAt: expiresAt.toISOString() }
    await appendAudit({ actor: by.name, action: 'invitation.create', subject: `invitation:${email}`, details, at: now })
    return ok(null)
  })
}

export async function revokeInvitation(id: number, by: string, now: Date): Promise<void> {
  await inTransaction(async (open) => {
    const [row] = await open.invitation.updateManyAndReturn({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
      select: { email: true },
    })
    if (!row) return
    const subject = `invitation:${row.email}`
    await appendAudit({ actor: by, action: 'invitation.revoke', subject, details: {}, at: now })
  })
}

/** Uses an invitation up: makes the account with its role. One of two at the same moment succeeds. */
export async function acceptInvitation(acceptance: {
  readonly tokenHash: string
  readonly personId: string
  readonly name: string
  readonly passwordHash: string
  readonly interfaceLocale: string
  readonly now: Date
}): Promise<Result<{ readonly email: string }, { readonly kind: 'invitation-over' | 'email-taken' }>> {
  const { tokenHash, personId, name, passwordHash, interfaceLocale, now } = acceptance
  return inTransaction(async (open) => {
    const [row] = await open.invitation.updateManyAndReturn({
      where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now }, invitedBy: { disabledAt: null } },
      data: { acceptedAt: now },
      select: { email: true, role: true, editionId: true, blogId: true },
    })
    if (!row) return refuse({ kind: 'invitation-over' })
    const { email, ...grant } = row
    const person = { id: personId, name, email, passwordHash, interfaceLocale, grants: [grant], by: name, now }
    const created = await createPerson(person)
    return created.ok ? ok({ email }) : created
  })
}
