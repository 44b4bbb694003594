import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/domain/people/roles.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { EarlyState } from '#lib/domain/workflow/step-back.ts'
import { goAlong, mostAlong } from './go-along.ts'

const paragraph = { kind: 'paragraph', content: [{ text: 'Water rose.' }] } as const

function article(state: EarlyState, id = 1, body: Article['text']['body'] = [paragraph]): Article {
  const words = {
    headline: 'Bridge',
    standfirst: 'S',
    description: null,
    pictureId: null,
    sources: [],
    sourceLine: null,
  }
  return {
    ...{ id, editionId: 1, version: 1, blogId: 7, slug: 'bridge', state: { kind: state }, deskStageId: 3 },
    ...{
      embargoUntil: null,
      topicIds: [],
      bylines: [],
      corrections: [],
      text: { ...words, body },
      suggestedBody: null,
    },
  }
}

const as = (role: Role) => ({ id: 'me', grants: [{ role, editionId: null, blogId: null }] })
const along = (articles: readonly Article[], to: EarlyState, role: Role = 'chief_editor') =>
  goAlong(
    articles.map((one) => ({ article: one, to, scope: { editionId: 1, blogId: 7 } })),
    as(role),
  )
const told = (went: ReturnType<typeof along>) =>
  went.ok ? went.value.map(({ state }) => state.kind).join() : `${went.error.kind} ${went.error.count}`

const ways: readonly (readonly [from: EarlyState, to: EarlyState, told: string])[] = [
  ['draft', 'in_review', 'in_review'],
  ['draft', 'approved', 'approved'],
  ['in_review', 'approved', 'approved'],
  ['approved', 'in_review', 'in_review'],
  ['in_review', 'draft', 'along-gives-back 1'],
  ['approved', 'draft', 'along-gives-back 1'],
]
for (const [from, to, expected] of ways)
  test(`${from} to ${to}: ${expected}`, () => {
    assert.equal(told(along([article(from)], to)), expected)
  })

test('an article stays in its stage, whatever the stage has become', () => {
  const went = along([article('draft')], 'in_review')
  assert.equal(went.ok && went.value[0]?.deskStageId, 3)
})

test('all go or none, and it is said how many can’t', () => {
  const empty = [article('draft', 2, []), article('draft', 3, [])]
  assert.equal(told(along([article('draft'), ...empty], 'in_review')), 'along-nothing-to-say 2')
  assert.equal(told(along([article('draft'), article('draft', 2)], 'in_review')), 'in_review,in_review')
})

test('nobody takes a step by a setting that they may not take', () => {
  assert.equal(told(along([article('in_review')], 'approved', 'reporter')), 'along-may-not 1')
})

test('an empty stage goes anywhere; of very many somebody looks first', () => {
  assert.equal(told(along([], 'draft')), '')
  const many = Array.from({ length: mostAlong + 1 }, (_, id) => article('draft', id))
  assert.equal(told(along(many, 'in_review')), `along-too-many ${mostAlong + 1}`)
})
