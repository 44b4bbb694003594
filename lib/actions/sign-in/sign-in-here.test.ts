import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword } from '#lib/auth/password.ts'
import { createPerson } from '#lib/store/people/people.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { signOutOfTest } from '../testing/next-request.ts'

withDatabase()
// After next-request.ts has put its stand-ins in place.
const door = await import('#app/(machine)/admin/sign-in-here/route.ts')
const password = 'a valley with three borders'

async function ask(body: unknown, site = 'same-origin') {
  const headers = { 'sec-fetch-site': site, 'content-type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await door.POST(
    new Request('http://localhost/admin/sign-in-here', { method: 'POST', headers, body: text }),
  )
  return { status: answer.status, state: await answer.json() }
}

test('signing in over a text takes the right password, of this site’s own page alone', async () => {
  const person = { id: 'p', name: 'Aida', email: 'aida@example.org', interfaceLocale: 'en' }
  const grants = [{ role: 'editor' as const, editionId: null, blogId: null }]
  await createPerson({ ...person, by: 'test', now: new Date(), passwordHash: await hashPassword(password), grants })
  signOutOfTest()
  const { email } = person
  assert.equal((await ask({ email, password }, 'cross-site')).status, 403)
  assert.equal((await ask('no json')).status, 400)
  assert.equal((await ask({ email, password, isAdmin: true })).status, 400)
  assert.equal((await ask({ email, password: 'x'.repeat(5000) })).status, 400)
  assert.equal((await ask({ email, password: 'not this one at all' })).state.kind, 'rejected')
  assert.equal((await ask({ code: '123456' })).state.kind, 'refused')
  assert.deepEqual(await ask({ email, password }), { status: 200, state: { kind: 'done', message: '' } })
})
