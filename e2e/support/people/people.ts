import { randomBytes } from 'node:crypto'
import { hashPassword } from '#lib/auth/password.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import { createPerson } from '#lib/store/people/people.ts'
import { openSiteDatabase } from '../database.ts'

export const password = 'a valley with three borders'

/** A person who signs in by the front door. */
export async function makePerson(
  role: Role,
): Promise<{ readonly id: string; readonly name: string; readonly email: string }> {
  openSiteDatabase()
  const id = randomBytes(12).toString('hex')
  const person = { id, name: `Person ${id.slice(0, 6)}`, email: `${id}@example.org` }
  await createPerson({
    ...{ ...person, interfaceLocale: 'en', by: 'test', now: new Date() },
    passwordHash: await hashPassword(password),
    grants: [{ role, editionId: null, blogId: null }],
  })
  return person
}
