import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Desk, DeskStage } from './desk-stage.ts'
import { addStage, changeStage, firstStages, orderStages, removeStage, stageLimits } from './stage-changes.ts'

const plain = { entryRole: null, follows: [], releases: false }
const desk: Desk = [
  { ...plain, id: 1, name: 'Writing', state: 'draft', position: 0 },
  { ...plain, id: 2, name: 'Facts', state: 'in_review', position: 0, follows: [1] },
  { ...plain, id: 3, name: 'Legal', state: 'in_review', position: 1, follows: [2] },
  { ...plain, id: 4, name: 'Ready', state: 'approved', position: 0, follows: [3], releases: true },
] satisfies DeskStage[]
const words = { ...plain, name: 'Pictures', state: 'in_review' } as const

const line = (changed: ReturnType<typeof addStage>) =>
  changed.ok ? changed.value.map(({ name, follows }) => `${name}(${follows.join()})`).join(' ') : changed.error.kind

test('a new stage is the last of its state', () => {
  assert.equal(
    line(addStage(desk, { ...words, state: 'in_review' })),
    'Writing() Facts(1) Legal(2) Pictures() Ready(3)',
  )
  assert.equal(line(addStage(desk, { ...words, state: 'draft' })), 'Writing() Pictures() Facts(1) Legal(2) Ready(3)')
})

test('a stage changes its name and its rules', () => {
  assert.equal(
    line(changeStage(desk, 3, { ...words, name: 'Lawyers', follows: [1, 2] })),
    'Writing() Facts(1) Lawyers(1,2) Ready(3)',
  )
})

test('a stage of another state is the last one of that, and keeps what it comes after', () => {
  assert.equal(
    line(changeStage(desk, 3, { ...words, name: 'Legal', state: 'draft', follows: [2] })),
    'Writing() Legal(2) Facts(1) Ready(3)',
  )
  assert.equal(
    line(changeStage(desk, 2, { ...words, name: 'Facts', state: 'approved' })),
    'Writing() Legal(2) Ready(3) Facts()',
  )
})

const refusals: readonly (readonly [string, ReturnType<typeof addStage>, string])[] = [
  ['a name that is there', addStage(desk, { ...words, name: 'legal', state: 'draft' }), 'name-taken'],
  ['a name of another stage', changeStage(desk, 3, { ...words, name: 'FACTS' }), 'name-taken'],
  ['the last stage that releases', changeStage(desk, 4, { ...words, state: 'approved' }), 'none-releases'],
  ['the only stage of a state that leaves it', changeStage(desk, 1, words), 'last-of-state'],
  ['a stage that is gone', changeStage(desk, 9, words), 'stale'],
  ['a rule that names a stage that is gone', changeStage(desk, 3, { ...words, follows: [9] }), 'stale'],
  ['a rule that names the stage itself', changeStage(desk, 3, { ...words, follows: [3] }), 'stale'],
  ['the only stage of a state', removeStage(desk, { id: 1, intoId: 2 }), 'last-of-state'],
  ['articles that would go to another state', removeStage(desk, { id: 2, intoId: 4 }), 'stale'],
  ['articles that would go to a stage that is gone', removeStage(desk, { id: 2, intoId: 9 }), 'stale'],
  ['an order without one of them', orderStages(desk, 'in_review', [3]), 'stale'],
  ['an order with one of another state', orderStages(desk, 'in_review', [3, 2, 4]), 'stale'],
]
for (const [name, changed, kind] of refusals)
  test(`refused: ${name}`, () => {
    assert.equal(line(changed), kind)
  })

test('a desk has no more stages than anybody tells apart', () => {
  const full: Desk = Array.from({ length: stageLimits.stages }, (_, place) => ({
    ...{ ...plain, id: place + 1, name: `Stage ${place}`, state: 'draft', position: place, releases: true },
  }))
  assert.equal(line(addStage(full, { ...words, state: 'draft' })), 'too-many')
})

test('rules that named a deleted stage name the one its articles go to', () => {
  assert.equal(line(removeStage(desk, { id: 3, intoId: 2 })), 'Writing() Facts(1) Ready(2)')
})

test('the stage that takes the articles comes after what the deleted one came after', () => {
  assert.equal(line(removeStage(desk, { id: 2, intoId: 3 })), 'Writing() Legal(1) Ready(3)')
})

test('a state’s stages take another order', () => {
  assert.equal(line(orderStages(desk, 'in_review', [3, 2])), 'Writing() Legal(2) Facts(1) Ready(3)')
})

test('the first stages refuse nothing that the states allow', () => {
  for (const stage of firstStages({ draft: 'Draft', in_review: 'In review', approved: 'Approved' }))
    assert.deepEqual([stage.entryRole, stage.follows, stage.releases], [null, [], true])
})
