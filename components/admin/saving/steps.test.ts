import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSteps } from './steps.ts'

test('a step is about the version that the page shows', () => {
  const steps = startSteps(3)
  assert.equal(steps.seen(), 3)
  steps.see(5)
  assert.equal(steps.seen(), 5)
  steps.see(4)
  assert.equal(steps.seen(), 5, 'a page that came late shows nothing new')
})

test('what this page made of what it has seen counts as seen', () => {
  const steps = startSteps(3)
  steps.made({ from: 3, version: 4 })
  steps.made({ from: 4, version: 5 })
  assert.equal(steps.seen(), 5)
})

test('what somebody else did in between does not', () => {
  const steps = startSteps(3)
  steps.made({ from: 4, version: 5 })
  assert.equal(steps.seen(), 3)
  steps.see(5)
  assert.equal(steps.seen(), 5)
})

test('what is asked for while another is under way waits for it, also when that one fails', async () => {
  const steps = startSteps(1)
  const order: string[] = []
  const slow = Promise.withResolvers<void>()
  const first = steps.inTurn(async () => {
    await slow.promise
    order.push('first')
    throw new Error('The line is cut')
  })
  const second = steps.inTurn(async () => order.push('second'))
  assert.deepEqual(order, [])
  slow.resolve()
  await assert.rejects(first, /The line is cut/)
  await second
  assert.deepEqual(order, ['first', 'second'])
})
