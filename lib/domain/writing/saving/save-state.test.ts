import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  acknowledged,
  heardOfVersion,
  isUnsafeToLeave,
  keptHere,
  notKeptHere,
  rebased,
  type SaveState,
  startState,
  statusOf,
  typed,
} from './save-state.ts'

const start = startState({ version: 3, sequence: 0 })
const answer = (sequence: number, version = 3) => ({ sequence, version })
const unreachable = (state: SaveState): SaveState => ({ ...state, server: { kind: 'unreachable' } })

test('a keystroke is on its way, then on this device, then on the server', () => {
  const one = typed(start)
  assert.equal(statusOf(start), 'saved')
  assert.equal(statusOf(one), 'saving')
  assert.equal(statusOf(keptHere(one, 1)), 'saved-here')
  assert.equal(statusOf(acknowledged(keptHere(one, 1), answer(1))), 'saved')
})

test('an answer that comes late takes nothing back', () => {
  const three = typed(typed(typed(start)))
  const newest = acknowledged(three, answer(3, 4))
  const late = acknowledged(newest, answer(1, 3))
  assert.equal(late.acknowledged, 3)
  assert.equal(late.newestVersion, 4)
})

test('what is typed after an answer was sent for is not yet saved', () => {
  const state = acknowledged(keptHere(typed(typed(start)), 2), answer(1))
  assert.equal(statusOf(state), 'saved-here')
})

test('offline says so and leaving is safe, for the words are on this device', () => {
  const state = unreachable(keptHere(typed(start), 1))
  assert.equal(statusOf(state), 'offline')
  assert.equal(isUnsafeToLeave(state), false)
})

test('a full device says so, and leaving is unsafe until the server has the words', () => {
  const full = notKeptHere(typed(start), 'full')
  assert.equal(statusOf(full), 'not-saved')
  assert.equal(statusOf(unreachable(full)), 'not-saved')
  assert.ok(isUnsafeToLeave(full))
  assert.equal(statusOf(acknowledged(full, answer(1))), 'saved')
  assert.equal(isUnsafeToLeave(acknowledged(full, answer(1))), false)
})

test('a newer version on the server is a conflict until the text grows from it', () => {
  const stale = heardOfVersion(start, 5)
  assert.equal(statusOf(stale), 'conflict')
  assert.equal(statusOf(rebased(stale, 5)), 'saved')
  assert.equal(heardOfVersion(stale, 4), stale)
})

test('signed out only matters while something waits', () => {
  const out: SaveState = { ...keptHere(typed(start), 1), server: { kind: 'signed-out' } }
  assert.equal(statusOf(out), 'signed-out')
})
