import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { changeTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeDraft, makeEdition } from '#lib/store/testing/newsroom.ts'
import { outcomeOf, signInToTest } from './testing/next-request.ts'

withDatabase()
const root = join(import.meta.dirname, '..', '..')
let articleId = 0
let editionId = 0

test('a newsroom with an article', async () => {
  const newsroom = await makeEdition()
  articleId = await makeDraft(newsroom)
  editionId = newsroom.edition.id
})

type Case = { readonly file: string; readonly name: string; readonly args: () => readonly unknown[] }

/** Actions that answer instead of moving the page: what they say to an administrator is not what they say to one not yet admitted. */
const cases: readonly Case[] = [
  { file: 'articles/comments.ts', name: 'readComments', args: () => [{ articleId }] },
  {
    ...{ file: 'articles/comments.ts', name: 'writeComment' },
    args: () => [{ articleId, parentId: null, text: 'A question', anchor: null, wantsCorrection: false }],
  },
  {
    file: 'articles/save-article.ts',
    name: 'saveArticle',
    args: () => [{ articleId, version: 1, tab: crypto.randomUUID(), sequence: 1 }],
  },
  { file: 'articles/save-article.ts', name: 'readNewest', args: () => [{ articleId }] },
  { file: 'articles/save-article.ts', name: 'readDraftKey', args: () => [{ keyId: '0'.repeat(32) }] },
  {
    ...{ file: 'sections/arrange-front.ts', name: 'keepFront' },
    args: () => [{ edition: String(editionId), slots: '[]' }],
  },
]

for (const { file, name, args } of cases)
  test(`${name} serves an administrator, and not one who lacks the second factor that the role needs`, async () => {
    const action = (await import(join(import.meta.dirname, file)))[name]
    await signInToTest('administrator')
    const served = await outcomeOf(() => action(...args()))
    assert.equal(served.kind, 'answered')
    assert.ok(served.kind === 'answered' && served.value !== null)
    await changeTwoFactorRoles({ roles: ['administrator'], by: 'a test', now: new Date() })
    try {
      const outcome = await outcomeOf(() => action(...args()))
      assert.ok(outcome.kind === 'refused' || (outcome.kind === 'answered' && outcome.value === null), outcome.kind)
    } finally {
      await changeTwoFactorRoles({ roles: [], by: 'a test', now: new Date() })
    }
  })

test('only words, doors and the way to tell signed out from refused ask who is signed in without asking for the second factor', () => {
  const files = globSync('{lib,app}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /\bcurrentUser\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(files.toSorted(), [
    'app/(machine)/admin/articles/[id]/guard.ts',
    'app/(machine)/admin/imports/guard.ts',
    'app/(machine)/admin/uploads/guard.ts',
    'app/(machine)/api/auth/[...all]/route.ts',
    'app/(newsroom)/admin/(desk)/forbidden.tsx',
    'app/(newsroom)/admin/(desk)/not-found.tsx',
    'app/(newsroom)/admin/sign-in/page.tsx',
    'app/(newsroom)/layout.tsx',
    'lib/actions/articles/save-article.ts',
    'lib/actions/finding/find.ts',
    'lib/actions/sign-in/sign-out.ts',
    'lib/actions/support/action-words.ts',
    'lib/auth/session.ts',
  ])
})
