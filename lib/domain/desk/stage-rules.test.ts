import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/domain/people/roles.ts'
import { type DeskStage, deskStageOf, inOrder } from './desk-stage.ts'
import { mayEnter, mayRelease } from './stage-rules.ts'

const plain = { entryRole: null, follows: [], releases: false }
const writing: DeskStage = { ...plain, id: 1, name: 'Writing', state: 'draft', position: 0 }
const facts: DeskStage = { ...plain, id: 2, name: 'Facts', state: 'in_review', position: 0 }
const legal: DeskStage = { ...plain, id: 3, name: 'Legal', state: 'in_review', position: 1, entryRole: 'editor' }
const ready: DeskStage = {
  ...plain,
  id: 4,
  name: 'Ready',
  state: 'approved',
  position: 0,
  follows: [3],
  releases: true,
}
const desk = inOrder([ready, legal, facts, writing])

const scope = { editionId: 1, blogId: 7 }
const as = (role: Role, editionId: number | null = null) => ({
  id: 'me',
  grants: [{ role, editionId, blogId: null }],
})

test('a desk stands in the order of its states, and there in its own', () => {
  assert.deepEqual(
    desk.map(({ name }) => name),
    ['Writing', 'Facts', 'Legal', 'Ready'],
  )
})

test('an article stands in its stage, or in the first one of its state', () => {
  const at = (kind: 'draft' | 'in_review', deskStageId: number | null) =>
    deskStageOf({ state: { kind }, deskStageId }, desk)
  assert.equal(at('in_review', 3), legal)
  assert.equal(at('in_review', null), facts)
  assert.equal(at('in_review', 99), facts, 'a stage of another desk')
  assert.equal(at('draft', 3), writing, 'a stage of another state')
  assert.equal(deskStageOf({ state: { kind: 'scheduled', for: new Date() }, deskStageId: null }, desk), null)
  assert.equal(deskStageOf({ state: { kind: 'draft' }, deskStageId: null }, []), null)
})

const comesAfterLegal = { kind: 'stage-comes-after', name: 'Ready', after: ['Legal'] }
const wantsEditor = { kind: 'stage-wants-role', name: 'Legal', role: 'editor' }
const moves: readonly (readonly [DeskStage | null, DeskStage, Role, object | null])[] = [
  [writing, facts, 'reporter', null],
  [writing, legal, 'reporter', wantsEditor],
  [writing, legal, 'editor', null],
  [facts, legal, 'chief_editor', null],
  [legal, ready, 'reporter', null],
  [facts, ready, 'administrator', comesAfterLegal],
  [writing, ready, 'chief_editor', comesAfterLegal],
  [null, ready, 'chief_editor', comesAfterLegal],
  [ready, facts, 'reporter', null],
  [ready, legal, 'reporter', wantsEditor],
  [ready, writing, 'reporter', null],
]
for (const [from, to, role, refusal] of moves)
  test(`${role}, ${from?.name ?? 'nowhere'} → ${to.name}: ${refusal ? 'refused' : 'moved'}`, () => {
    const entered = mayEnter(to, { from, desk, mover: as(role), scope })
    assert.deepEqual(entered, refusal ? { ok: false, error: refusal } : { ok: true, value: to })
  })

test('a role counts where the article stands, and a program has none', () => {
  const enters = (mover: ReturnType<typeof as> | null) => mayEnter(legal, { from: facts, desk, mover, scope }).ok
  assert.ok(enters(as('editor', 1)))
  assert.ok(!enters(as('editor', 2)))
  assert.ok(!enters(null))
})

test('a stage that is gone asks for nothing any more', () => {
  const lost = { ...ready, follows: [99] }
  assert.ok(mayEnter(lost, { from: facts, desk: [facts, lost], mover: as('reporter'), scope }).ok)
})

test('only a stage that releases lets an article out', () => {
  const at = (kind: 'draft' | 'in_review' | 'approved', deskStageId: number | null) => ({
    state: { kind },
    deskStageId,
  })
  assert.deepEqual(mayRelease(at('in_review', 3), desk), {
    ok: false,
    error: { kind: 'stage-keeps', name: 'Legal', releasing: ['Ready'] },
  })
  assert.ok(mayRelease(at('approved', 4), desk).ok)
  assert.ok(mayRelease(at('approved', null), desk).ok)
  assert.ok(mayRelease(at('draft', null), []).ok, 'where the states alone count')
})
