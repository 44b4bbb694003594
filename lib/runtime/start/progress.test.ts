import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgress } from './progress.ts'

function recorder(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, write: (text: string) => written.push(text), text: () => written.join('') }
}

test('each step is numbered and says what was done', async () => {
  const output = recorder(false)
  const progress = createProgress(2, output)
  assert.equal(await progress.step('Packages', async () => ({ value: 7, words: 'unchanged' })), 7)
  await progress.step('Pages', async (say) => {
    say('building')
    return { value: null, words: 'built' }
  })
  assert.equal(output.text(), '[1/2] Packages: unchanged\n[2/2] Pages: building …\n[2/2] Pages: built\n')
})

test('a step that fails says so and hands on its error', async () => {
  const output = recorder(false)
  const broken = createProgress(1, output).step('Database', () => Promise.reject(new Error('down')))
  await assert.rejects(broken, /down/)
  assert.equal(output.text(), '[1/1] Database: failed\n')
})

test('a terminal sees one line for each step', async () => {
  const output = recorder(true)
  await createProgress(1, output).step('Pages', async (say) => {
    say('building')
    return { value: null, words: 'built' }
  })
  assert.equal(output.text().split('\n').length, 2)
})
