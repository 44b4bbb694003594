import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { database } from '#lib/store/client.ts'
import { changeTwoFactorRoles } from '#lib/store/setting.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { outcomeOf, signInToTest } from './testing/next-request.ts'
import { formOf } from './testing/refusal-cases.ts'

withDatabase()
const folder = import.meta.dirname

/** What can't be undone, or opens doors: kill, roles and access, and the keys of an account. */
const asked: readonly string[] = [
  'publishing/kill-article.ts#killArticle',
  'people/roles.ts#giveRole',
  'people/roles.ts#takeRole',
  'people/roles.ts#requireTwoFactor',
  'people/invite.ts#invite',
  'people/access.ts#closeAccount',
  'people/access.ts#openAccount',
  'people/access.ts#makeResetLink',
  'account/sessions.ts#forgetPasskey',
  'delivery/webhooks.ts#addWebhook',
  'delivery/webhooks.ts#renewSecret',
  'delivery/webhooks.ts#removeWebhook',
  'delivery/deliveries.ts#saveDeliverySettings',
  'keys/api-keys.ts#makeApiKey',
]

const call = async (key: string) => {
  const [file = '', name = ''] = key.split('#')
  const action = (await import(join(folder, file)))[name]
  return outcomeOf(() => action({ kind: 'idle' }, formOf({ articleId: '1', version: '1', personId: 'x', id: 'x' })))
}

for (const key of asked)
  test(`${key} asks for another sign-in after ten minutes`, async () => {
    await signInToTest('administrator', new Date(Date.now() - 11 * 60_000))
    assert.deepEqual(await call(key), { kind: 'confirm' })
    await signInToTest('administrator', new Date(Date.now() - 9 * 60_000))
    assert.notEqual((await call(key)).kind, 'confirm')
  })

test('a role that must have a second step does nothing without one, and other roles go on', async () => {
  const { makeCalendarFeed } = await import('./publishing/calendar-feeds.ts')
  const make = () => outcomeOf(() => makeCalendarFeed({ kind: 'idle' }, formOf({ edition: '1', blog: '' })))
  const by = { by: 'test', now: new Date() }
  const { id } = await signInToTest('editor')
  assert.equal((await make()).kind, 'refused', 'there is no such edition, and that is all')
  await changeTwoFactorRoles({ roles: ['editor'], ...by })
  assert.equal((await make()).kind, 'moved')
  await database().user.update({ where: { id }, data: { twoFactorEnabled: true } })
  assert.equal((await make()).kind, 'refused')
  await signInToTest('reporter')
  assert.equal((await make()).kind, 'refused')
  await changeTwoFactorRoles({ roles: [], ...by })
})

test('every action that asks for it is tried here', () => {
  const files = globSync('**/*.ts', { cwd: folder }).filter((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return text.startsWith("'use server'") && text.includes('await requireFreshSignIn()')
  })
  const tried = new Set(asked.map((key) => key.split('#')[0]))
  assert.deepEqual(files.toSorted(), [...tried].toSorted())
})
