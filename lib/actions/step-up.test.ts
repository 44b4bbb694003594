import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Act, bringingActs } from '#lib/domain/publishing/acts.ts'
import { bringingBulkActs } from '#lib/domain/publishing/bulk.ts'
import { database } from '#lib/store/database/client.ts'
import { changePublishingSignIn } from '#lib/store/site/publishing-sign-in.ts'
import { changeTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'
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
  'people/access.ts#dropTwoFactor',
  'account/sessions.ts#forgetPasskey',
  'delivery/webhooks.ts#addWebhook',
  'delivery/webhooks.ts#renewSecret',
  'delivery/webhooks.ts#removeWebhook',
  'delivery/deliveries.ts#saveDeliverySettings',
  'keys/api-keys.ts#makeApiKey',
  // Who could loosen it with an old sign-in would never be asked.
  'site/settings.ts#savePublishingSignIn',
]

const article = { articleId: '1', version: '1' }
const row = { id: '1' }

/** What brings something to readers, each with a form that asks for it. */
const bringing: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'publishing/publish-article.ts#publishArticle': [article],
  'publishing/schedule-article.ts#scheduleArticle': [article],
  'publishing/correct-article.ts#correctArticle': [article],
  'publishing/bulk.ts#carryOutBulk': bringingBulkActs.map((act) => ({ act, item: '1:1', when: '2031-01-01T10:00' })),
  'sections/alerts.ts#runAlert': [{ edition: '1', text: 'X', article: '1', startsAt: '', hours: '1' }],
  'sections/arrange-front.ts#publishFront': [{ edition: '1' }],
  'sections/change-blog.ts#saveBlog': [row],
  'sections/change-page.ts#savePage': [row],
  'site/editions.ts#saveEdition': [row],
  'site/editions.ts#turnEditionOn': [row],
  'site/settings.ts#saveSite': [{ name: 'X' }],
  'imports/import-runs.ts#startImport': [{ run: '1', edition: '1', blog: '', site: '', step: 'import' }],
}
/** What takes from readers, or brings them nothing: an old sign-in is good enough for it. */
const free: typeof bringing = {
  'publishing/withdraw-article.ts#withdrawArticle': [article],
  'publishing/withdraw-article.ts#setArticleWithdrawal': [article],
  'publishing/withdraw-article.ts#moveArticleWithdrawal': [article],
  'publishing/schedule-article.ts#unscheduleArticle': [article],
  'publishing/publish-article.ts#submitArticle': [article],
  'publishing/bulk.ts#carryOutBulk': [{ act: 'withdraw', item: '1:1' }],
  'sections/alerts.ts#endAlertNow': [row],
  'site/editions.ts#turnEditionOff': [row],
  'imports/import-runs.ts#startImport': [{ run: '1', edition: '1', blog: '', site: '', step: 'look' }],
}

const call = async (key: string, fields: Readonly<Record<string, string>>) => {
  const [file = '', name = ''] = key.split('#')
  const action = (await import(join(folder, file)))[name]
  return outcomeOf(() => action({ kind: 'idle' }, formOf(fields)))
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

for (const key of asked)
  test(`${key} asks for another sign-in after ten minutes`, async () => {
    const fields = { ...article, personId: 'x', id: 'x' }
    await signInToTest('administrator', minutesAgo(11))
    assert.deepEqual(await call(key, fields), { kind: 'confirm' })
    await signInToTest('administrator', minutesAgo(9))
    assert.notEqual((await call(key, fields)).kind, 'confirm')
  })

for (const [key, forms] of Object.entries(bringing))
  test(`${key} asks for another sign-in after the hours that the newsroom chose, and never without a choice`, async () => {
    for (const fields of forms) {
      await signInToTest('administrator', minutesAgo(10_000))
      assert.notEqual((await call(key, fields)).kind, 'confirm')
      for (const [hours, old, young] of [
        [1, 61, 59],
        [12, 721, 719],
      ] as const) {
        await changePublishingSignIn({ hours, by: 'test', now: new Date() })
        await signInToTest('administrator', minutesAgo(old))
        assert.deepEqual(await call(key, fields), { kind: 'confirm' }, JSON.stringify(fields))
        await signInToTest('administrator', minutesAgo(young))
        assert.notEqual((await call(key, fields)).kind, 'confirm')
      }
      await changePublishingSignIn({ hours: 0, by: 'test', now: new Date() })
    }
  })

test('a withdrawal, and what readers see nothing of, never waits for another sign-in', async () => {
  await changePublishingSignIn({ hours: 1, by: 'test', now: new Date() })
  await signInToTest('administrator', minutesAgo(10_000))
  for (const [key, forms] of Object.entries(free))
    for (const fields of forms) assert.notEqual((await call(key, fields)).kind, 'confirm', key)
  await changePublishingSignIn({ hours: 0, by: 'test', now: new Date() })
})

test('what was typed comes back with the question', async () => {
  const { runAlert } = await import('./sections/alerts.ts')
  await changePublishingSignIn({ hours: 1, by: 'test', now: new Date() })
  await signInToTest('administrator', minutesAgo(61))
  const typed = { edition: '1', text: 'The bridge is shut', article: '', startsAt: '', hours: '2' }
  const answer = await runAlert({ kind: 'idle' }, formOf(typed))
  assert.deepEqual(answer.kind === 'refused' && answer.values, typed)
  await changePublishingSignIn({ hours: 0, by: 'test', now: new Date() })
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

/** Where the steps of `bringingActs` are taken: one more there needs a line here. */
const stepFiles: Partial<Record<Act, string>> = {
  publish: 'publishing/publish-article.ts',
  schedule: 'publishing/schedule-article.ts',
  correct: 'publishing/correct-article.ts',
}

test('every action that asks for it is tried here', () => {
  const files = globSync('**/*.ts', { cwd: folder }).filter((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return text.startsWith("'use server'") && /await (?:requireFreshSignIn|askAgain)\(|takeStep\('kill'/.test(text)
  })
  const inSteps = bringingActs.map((act) => stepFiles[act])
  const tried = new Set([...asked, ...Object.keys(bringing)].map((key) => key.split('#')[0]))
  assert.deepEqual([...new Set([...files, ...inSteps])].toSorted(), [...tried].toSorted())
})
