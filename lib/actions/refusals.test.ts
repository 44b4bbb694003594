import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { type Outcome, outcomeOf, sendByScript, signInToTest, signOutOfTest } from './testing/next-request.ts'
import { refusalCases } from './testing/refusal-cases.ts'

withDatabase()

const folder = import.meta.dirname
const actionFiles = globSync('**/*.ts', { cwd: folder }).filter((file) =>
  readFileSync(join(folder, file), 'utf8').startsWith("'use server'"),
)
const exported = actionFiles.flatMap((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  return [...text.matchAll(/^export (?:async function|const|function) (\w+)/gm)].map(([, name]) => `${file}#${name}`)
})

test('every action has a refusal case, and every case an action', () => {
  assert.deepEqual(Object.keys(refusalCases).toSorted(), exported.toSorted())
})

test('action files export async functions only', () => {
  for (const file of actionFiles) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [line] of text.matchAll(/^export .*$/gm)) assert.match(line, /^export (async function|type) /, file)
  }
})

type Action = (...args: readonly unknown[]) => Promise<unknown>

async function actionOf(key: string): Promise<Action> {
  const [file = '', name = ''] = key.split('#')
  return (await import(join(folder, file)))[name]
}

for (const [key, refusal] of Object.entries(refusalCases)) {
  if (!exported.includes(key)) continue
  if ('door' in refusal) {
    test(`${key} refuses what opens nothing`, async () => {
      const action = await actionOf(key)
      signOutOfTest()
      assert.equal((await outcomeOf(() => action(...refusal.door()))).kind, 'refused')
    })
    continue
  }
  test(`${key} refuses whoever is signed out`, async () => {
    const action = await actionOf(key)
    signOutOfTest()
    const outcome = await outcomeOf(() => action(...refusal.args()))
    const isSilent = refusal.answersNothing === true && saysNothing(outcome)
    assert.ok(isSilent || outcome.kind === 'sign-in' || outcome.kind === 'refused', outcome.kind)
    // A form that a script sent stays where it is, with what is typed in it: only signing out leads to the sign-in page.
    sendByScript()
    const { kind } = await outcomeOf(() => action(...refusal.args()))
    const leads = outcome.kind === 'sign-in' && key !== 'sign-in/sign-out.ts#signOut'
    assert.equal(kind, leads ? 'signed-out' : outcome.kind)
  })
  const { lacks } = refusal
  if (lacks === null) continue
  test(`${key} refuses ${lacks}`, async () => {
    const action = await actionOf(key)
    await signInToTest(lacks === 'nobody-without-role' ? null : lacks)
    const outcome = await outcomeOf(() => action(...refusal.args()))
    const isSilent = refusal.answersNothing === true && saysNothing(outcome)
    assert.ok(isSilent || outcome.kind === 'forbidden' || outcome.kind === 'refused', outcome.kind)
  })
}

function saysNothing(outcome: Outcome): boolean {
  if (outcome.kind !== 'answered') return false
  const { value } = outcome
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
