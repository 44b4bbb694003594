import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition } from '#lib/domain/edition.ts'
import {
  articleOfCard,
  type BoardCard,
  blogsApart,
  boardDesk,
  desksIn,
  isFirstOfState,
  isPlain,
  plainDesk,
} from './board.ts'
import type { DeskStage } from './desk-stage.ts'
import { moveToStage, stagesOpenTo } from './move-to-stage.ts'

const edition = (id: number) => ({ id, name: `Edition ${id}`, locale: 'en', timeZone: 'UTC' }) as Edition
const blogs = [
  { id: 11, name: 'Rivers', edition: edition(1) },
  { id: 12, name: 'Roads', edition: edition(1) },
  { id: 21, name: 'Hills', edition: edition(2) },
]
const keys = (places: Parameters<typeof desksIn>[0]) => desksIn(places, blogs).map(({ kind, id }) => `${kind} ${id}`)

test('a desk is an edition that is wholly somebody’s, and each of their blogs', () => {
  const everything = ['edition 1', 'blog 11', 'blog 12', 'edition 2', 'blog 21']
  assert.deepEqual(keys({ kind: 'everywhere' }), everything)
  assert.deepEqual(keys({ kind: 'some', editionIds: [2], blogIds: [] }), ['edition 2', 'blog 21'])
  assert.deepEqual(keys({ kind: 'some', editionIds: [2], blogIds: [12] }), ['blog 12', 'edition 2', 'blog 21'])
  assert.deepEqual(keys({ kind: 'some', editionIds: [], blogIds: [] }), [])
})

test('blogs with stages are apart, once each', () => {
  assert.deepEqual(blogsApart([{ blogId: null }, { blogId: 3 }, { blogId: 3 }, { blogId: 4 }]), [3, 4])
})

test('without stages the states stand in their place, each the first of itself', () => {
  const desk = boardDesk([])
  assert.deepEqual(
    desk.map(({ state }) => state),
    ['draft', 'in_review', 'approved'],
  )
  assert.ok(desk.every(isPlain))
  assert.ok(desk.every((stage) => isFirstOfState(stage, desk)))
  const stage = (id: number): DeskStage => ({ ...(plainDesk[0] as DeskStage), id })
  const own = [stage(7), stage(3)]
  assert.equal(boardDesk(own), own)
  assert.deepEqual(
    own.map((one) => isFirstOfState(one, own)),
    [true, false],
  )
})

const card: BoardCard = {
  ...{ id: 5, version: 4, headline: 'X', state: 'draft', deskStageId: null, isPending: false, hasText: true },
  ...{ scheduledFor: null, dueAt: null, blogId: 11, blogName: 'Rivers', authorId: 'me', authorName: 'Me' },
  ...{ bylines: [], holder: null, openComments: 0 },
}
const scope = { editionId: 1, blogId: 11, authorId: 'me', stage: 'draft' } as const
const reporter = { id: 'me', grants: [{ role: 'reporter', editionId: null, blogId: null }] } as const
const editor = { id: 'you', grants: [{ role: 'editor', editionId: null, blogId: null }] } as const

test('what a card says of its article is enough for the rules of a move', () => {
  const article = articleOfCard(card, 'draft', 1)
  const open = (user: typeof reporter | typeof editor, given = article) =>
    stagesOpenTo(user, { article: given, desk: plainDesk, scope }).map(({ stage, refusal }) => [
      stage.state,
      refusal?.kind ?? null,
    ])
  assert.deepEqual(open(reporter), [
    ['in_review', null],
    ['approved', 'may-not-step'],
  ])
  assert.deepEqual(open(editor), [
    ['in_review', null],
    ['approved', null],
  ])
  const empty = articleOfCard({ ...card, hasText: false }, 'draft', 1)
  assert.deepEqual(open(editor, empty), [
    ['in_review', 'nothing-to-say'],
    ['approved', 'nothing-to-say'],
  ])
  const moved = moveToStage(article, -2, { user: editor, desk: plainDesk, scope })
  assert.deepEqual(
    moved.ok && [moved.value.state.kind, moved.value.deskStageId],
    ['in_review', null],
    'no stage is kept',
  )
})
