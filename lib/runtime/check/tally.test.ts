import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tallyOfPlaywright, tallyOfTap } from './tally.ts'

const tap = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `# ${name} ${count}`)
    .join('\n')

test('a skipped test is a failed one', () => {
  assert.deepEqual(tallyOfTap(tap({ pass: 3, fail: 1, skipped: 2 }), 1), { passed: 3, failed: 3 })
})

test('a run of no test, or one that ends badly without a word, has failed', () => {
  assert.deepEqual(tallyOfTap(tap({ pass: 0, fail: 0 }), 0), { passed: 0, failed: 1 })
  assert.deepEqual(tallyOfTap(tap({ pass: 5, fail: 0 }), 7), { passed: 5, failed: 1 })
  assert.deepEqual(tallyOfTap('', 0), { passed: 0, failed: 1 })
})

test('a flaky browser test is a failed one, and so is a report that is not there', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }
  assert.deepEqual(tallyOfPlaywright(JSON.stringify({ stats }), 0), { passed: 4, failed: 1 })
  assert.deepEqual(tallyOfPlaywright('', 1), { passed: 0, failed: 1 })
})
