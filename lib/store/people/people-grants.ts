import type { Grant } from '#lib/domain/people/roles.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { hasOtherAdministrator, lockAdministrators } from './people.ts'
import { recordPersonEvent } from './person-event.ts'

/** Where a role can be given. Editions of one newsroom often share a name: their languages tell them apart. */
export type Places = {
  readonly editions: readonly { readonly id: number; readonly locale: string }[]
  readonly blogs: readonly { readonly id: number; readonly name: string; readonly locale: string }[]
}

export async function listPlaces(): Promise<Places> {
  const order = [{ position: 'asc' as const }, { id: 'asc' as const }]
  const [editions, blogs] = await Promise.all([
    database().edition.findMany({ select: { id: true, locale: true }, orderBy: order }),
    database().blog.findMany({
      select: { id: true, name: true, edition: { select: { locale: true } } },
      orderBy: [{ editionId: 'asc' }, ...order],
    }),
  ])
  return { editions, blogs: blogs.map(({ edition, ...blog }) => ({ ...blog, locale: edition.locale })) }
}

export async function addGrant(change: {
  readonly userId: string
  readonly grant: Grant
  readonly by: string
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'has-grant' | 'no-such-person' }>> {
  const { userId, grant, by, now } = change
  const { role, editionId, blogId } = grant
  return inTransaction(async (open) => {
    await lockAdministrators()
    if (!(await open.user.findUnique({ where: { id: userId }, select: { id: true } })))
      return refuse({ kind: 'no-such-person' })
    if (await open.grant.findFirst({ where: { userId, role, editionId, blogId }, select: { id: true } }))
      return refuse({ kind: 'has-grant' })
    await open.grant.create({ data: { userId, role, editionId, blogId, createdAt: now } })
    const details = { role, editionId, blogId }
    await recordPersonEvent({ by, action: 'person.grant', personId: userId, details, now })
    return ok(null)
  })
}

export async function removeGrant(change: {
  readonly userId: string
  readonly grantId: number
  readonly by: string
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'no-such-grant' | 'last-administrator' }>> {
  const { userId, grantId, by, now } = change
  return inTransaction(async (open) => {
    await lockAdministrators()
    const grant = await open.grant.findFirst({ where: { id: grantId, userId } })
    if (!grant) return refuse({ kind: 'no-such-grant' })
    const isOverall = grant.role === 'administrator' && grant.editionId === null && grant.blogId === null
    if (isOverall && !(await hasOtherAdministrator({ grantId }))) return refuse({ kind: 'last-administrator' })
    await open.grant.delete({ where: { id: grantId } })
    const details = { role: grant.role, editionId: grant.editionId, blogId: grant.blogId }
    await recordPersonEvent({ by, action: 'person.ungrant', personId: userId, details, now })
    return ok(null)
  })
}
