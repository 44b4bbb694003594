import type { Grant } from '#lib/domain/people/roles.ts'
import { type Result, refuse } from '#lib/domain/result.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { takeOneTime } from './one-time.ts'
import { createPerson, hasPeople, lockAdministrators } from './people.ts'

const everything: Grant = { role: 'administrator', editionId: null, blogId: null }

/** Makes the first person, for who holds the first-run link. Somebody is here already: the link is as if it never was. */
export async function createOwner(owner: {
  readonly tokenHash: string
  readonly id: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly interfaceLocale: string
  readonly now: Date
}): Promise<Result<string, { readonly kind: 'link-over' | 'email-taken' }>> {
  const { tokenHash, now, ...person } = owner
  return inTransaction(async () => {
    await lockAdministrators()
    if (await hasPeople()) return refuse({ kind: 'link-over' })
    if ((await takeOneTime('first-run', tokenHash, now)) === null) return refuse({ kind: 'link-over' })
    return createPerson({ ...person, grants: [everything], by: person.name, now })
  })
}
