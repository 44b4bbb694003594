import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/domain/people/roles.ts'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import { plainDesk } from './board.ts'
import { type Desk, type DeskStage, inOrder } from './desk-stage.ts'
import { givesBack, moveToStage, permissionsFor, stagesOpenTo } from './move-to-stage.ts'
import { settleStage } from './settle-stage.ts'

const plain = { entryRole: null, follows: [], releases: false }
const desk: Desk = inOrder([
  { ...plain, id: 1, name: 'Writing', state: 'draft', position: 0 },
  { ...plain, id: 2, name: 'Facts', state: 'in_review', position: 0, entryRole: 'editor' },
  { ...plain, id: 3, name: 'Reading', state: 'in_review', position: 1 },
  { ...plain, id: 4, name: 'Waiting', state: 'approved', position: 0, follows: [2] },
  { ...plain, id: 5, name: 'Ready', state: 'approved', position: 1, follows: [3], releases: true },
] satisfies DeskStage[])

const paragraph = { kind: 'paragraph', content: [{ text: 'Water rose.' }] } as const
const later = new Date('2026-06-16T12:00:00Z')

function article(state: State, deskStageId: number | null = null): Article {
  const text = {
    headline: 'Bridge',
    standfirst: 'S',
    description: null,
    pictureId: null,
    sources: [],
    sourceLine: null,
  }
  return {
    ...{ id: 1, editionId: 1, version: 1, blogId: 7, slug: 'bridge', state, deskStageId, embargoUntil: null },
    ...{ topicIds: [], bylines: [], corrections: [], text: { ...text, body: [paragraph] }, suggestedBody: null },
  }
}

const as = (role: Role) => ({ id: 'me', grants: [{ role, editionId: null, blogId: null }] })
const ground = (role: Role) => ({ deskBefore: desk, desk, mover: as(role) })
const published: State = { kind: 'published', firstAt: later, textChangedAt: null, shows: 'newest' }
const to = (before: Article, state: State): Article => ({ ...before, state })

test('a step of the workflow lands in the first stage that the rules allow', () => {
  const draft = article({ kind: 'draft' })
  const lands = (role: Role) => settleStage(draft, to(draft, { kind: 'in_review' }), ground(role))
  assert.deepEqual(lands('editor'), { ok: true, value: article({ kind: 'in_review' }, 2) })
  assert.deepEqual(lands('reporter'), { ok: true, value: article({ kind: 'in_review' }, 3) })
  const read = article({ kind: 'in_review' }, 3)
  assert.deepEqual(settleStage(read, to(read, { kind: 'approved' }), ground('editor')), {
    ok: true,
    value: article({ kind: 'approved' }, 5),
  })
})

test('where the rules allow no stage of the next state, the step is refused with the rule of the first', () => {
  const draft = article({ kind: 'draft' })
  const alone = desk.filter(({ id }) => id !== 3)
  const refused = settleStage(draft, to(draft, { kind: 'in_review' }), {
    ...ground('reporter'),
    ...{ deskBefore: alone, desk: alone },
  })
  assert.deepEqual(refused, { ok: false, error: { kind: 'stage-wants-role', name: 'Facts', role: 'editor' } })
})

test('a step back is never refused', () => {
  const approved = article({ kind: 'approved' }, 5)
  const alone = desk.filter(({ id }) => id !== 3)
  const back = settleStage(approved, to(approved, { kind: 'in_review' }), {
    ...{ deskBefore: alone, desk: alone, mover: null },
  })
  assert.equal(back.ok && back.value.deskStageId, 2)
})

test('off the schedule an article stands where it may go out again', () => {
  const scheduled = article({ kind: 'scheduled', for: later })
  const off = settleStage(scheduled, to(scheduled, { kind: 'approved' }), ground('editor'))
  assert.equal(off.ok && off.value.deskStageId, 5)
})

test('nothing goes out from a stage that keeps it; what goes out has no stage', () => {
  for (const stage of [published, { kind: 'scheduled', for: later } as const]) {
    const kept = article({ kind: 'approved' }, 4)
    assert.deepEqual(settleStage(kept, to(kept, stage), ground('administrator')), {
      ok: false,
      error: { kind: 'stage-keeps', name: 'Waiting', releasing: ['Ready'] },
    })
    const ready = article({ kind: 'approved' }, 5)
    assert.deepEqual(settleStage(ready, to(ready, stage), ground('editor')), { ok: true, value: article(stage) })
  }
  const due = article({ kind: 'scheduled', for: later })
  assert.ok(settleStage(due, to(due, published), { deskBefore: desk, desk, mover: null }).ok, 'what was let out before')
})

test('another desk doesn’t know the stage of the former one', () => {
  const read = article({ kind: 'in_review' }, 3)
  const moved = { ...read, blogId: 8 }
  const landed = (other: Desk) => {
    const settled = settleStage(read, moved, { deskBefore: desk, desk: other, mover: as('editor') })
    return settled.ok && settled.value.deskStageId
  }
  assert.equal(landed([]), null)
  assert.equal(landed([{ ...plain, id: 30, name: 'Other', state: 'in_review', position: 0 }]), null)
  assert.equal(landed(desk), 3)
})

const steps: readonly (readonly [Parameters<typeof permissionsFor>, readonly string[], boolean])[] = [
  [['draft', 'draft'], ['article.edit'], false],
  [['draft', 'in_review'], ['article.edit'], false],
  [['draft', 'approved'], ['article.edit', 'article.review'], false],
  [['in_review', 'draft'], ['article.review'], true],
  [['in_review', 'in_review'], ['article.edit'], false],
  [['in_review', 'approved'], ['article.review'], false],
  [['approved', 'draft'], ['article.review'], true],
  [['approved', 'in_review'], ['article.review'], false],
  [['approved', 'approved'], ['article.edit'], false],
]
for (const [[from, target], wanted, isBack] of steps)
  test(`a move from ${from} to ${target} asks for the permissions of its steps`, () => {
    assert.deepEqual(permissionsFor(from, target), wanted)
    assert.equal(givesBack(from, target), isBack)
  })

const scope = { editionId: 1, blogId: 7, authorId: 'me' }
const move = (moved: Article, id: number, role: Role = 'editor') =>
  moveToStage(moved, id, { user: as(role), desk, scope })
const loose = desk.map((stage) => ({ ...stage, follows: [] }))

test('a move takes the steps on its way, with their checks', () => {
  const draft = article({ kind: 'draft' })
  assert.deepEqual(moveToStage(draft, 5, { user: as('editor'), desk: loose, scope }), {
    ok: true,
    value: article({ kind: 'approved' }, 5),
  })
  const empty = { ...draft, text: { ...draft.text, body: [] } }
  const refusals = [
    [move(empty, 3), { kind: 'nothing-to-say' }],
    [move(draft, 1), { kind: 'in-stage-already', name: 'Writing' }],
    [move(draft, 99), { kind: 'no-such-desk-stage' }],
    [move(draft, 5), { kind: 'stage-comes-after', name: 'Ready', after: ['Reading'] }],
    [move(draft, 2, 'reporter'), { kind: 'stage-wants-role', name: 'Facts', role: 'editor' }],
    [move(article({ kind: 'in_review' }, 3), 5, 'reporter'), { kind: 'may-not-step', permission: 'article.review' }],
    [move(article(published), 1), { kind: 'wrong-state', state: 'published' }],
  ] as const
  for (const [moved, error] of refusals) assert.deepEqual(moved, { ok: false, error })
})

test('where the states alone count, a move is the step itself', () => {
  const draft = article({ kind: 'draft' })
  const [, review] = plainDesk
  const moved = moveToStage(draft, review?.id ?? 0, { user: as('reporter'), desk: plainDesk, scope })
  assert.deepEqual(moved, { ok: true, value: article({ kind: 'in_review' }) })
})

test('every other stage is offered, or says why it is not open', () => {
  const draft = article({ kind: 'draft' })
  const offered = (role: Role) =>
    stagesOpenTo(as(role), { article: draft, desk, scope }).map(({ stage, refusal }) => [
      stage.name,
      refusal?.kind ?? null,
    ])
  assert.deepEqual(offered('reporter'), [
    ['Facts', 'stage-wants-role'],
    ['Reading', null],
    ['Waiting', 'may-not-step'],
    ['Ready', 'may-not-step'],
  ])
  assert.deepEqual(offered('editor'), [
    ['Facts', null],
    ['Reading', null],
    ['Waiting', 'stage-comes-after'],
    ['Ready', 'stage-comes-after'],
  ])
  assert.deepEqual(stagesOpenTo(as('editor'), { article: article(published), desk, scope }), [])
})
