import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { rejectAll } from './settle.ts'
import { signaturesIn, signed, strangersIn } from './sign.ts'
import { marksIn, type SuggestedBody } from './suggested-body.ts'
import { mark, suggestedBodyOf } from './testing/suggested-bodies.ts'

const now = new Date('2026-11-22T13:00:00.000Z')
const of = (...marks: readonly ReturnType<typeof mark>[]): SuggestedBody =>
  marks.map((one) => ({ kind: 'paragraph', content: [{ text: 'x', marks: [one] }], suggestion: one }))
const known = signaturesIn(of(mark('insertion', 'of-aida')))

test('what is known keeps its signature, whatever it says now', () => {
  const forged = { ...mark('insertion', 'of-aida'), by: 'bek', at: now.toISOString() }
  assert.deepEqual(signed(of(forged), { known, by: 'bek', now }), of(mark('insertion', 'of-aida')))
  assert.deepEqual(strangersIn(of(forged), { known, by: 'chinara' }), [])
})

test('one’s own is as it was signed, and never of tomorrow', () => {
  const own = { ...mark('deletion', 'of-bek'), by: 'bek' }
  assert.deepEqual(signed(of(own), { known, by: 'bek', now }), of(own))
  const late = { ...own, at: '2999-01-01T00:00:00.000Z' }
  assert.deepEqual(signed(of(late), { known, by: 'bek', now }), of({ ...own, at: now.toISOString() }))
})

test('in somebody else’s name nobody suggests: it is of who saves', () => {
  const forged = { ...mark('insertion', 'of-nobody'), by: 'aida' }
  assert.deepEqual(strangersIn(of(forged), { known, by: 'bek' }), [{ id: 'of-nobody', by: 'aida', at: forged.at }])
  const mine = { ...forged, by: 'bek', at: now.toISOString() }
  assert.deepEqual(signed(of(forged), { known, by: 'bek', now }), of(mine))
})

test('signing reaches every mark and changes nothing else', () => {
  for (let seed = 0; seed < 100; seed++) {
    const body = suggestedBodyOf(chance(seed))
    const mine = signed(body, { known: new Map(), by: 'bek', now })
    assert.ok(marksIn(mine).every(({ by }) => by === 'bek'))
    assert.deepEqual(rejectAll(mine), rejectAll(body))
    assert.deepEqual(signed(mine, { known: signaturesIn(body), by: 'bek', now }), body, `seed ${seed}`)
  }
})
