import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { mergeBodies } from '#lib/domain/writing/saving/merge-body.ts'
import type { Three } from '#lib/domain/writing/saving/merge-lists.ts'
import { rejectAll, settle } from './settle.ts'
import { marksIn, type SuggestedBlock, type SuggestedBody, type SuggestedInline } from './suggested-body.ts'
import { mark, suggestedBodyOf } from './testing/suggested-bodies.ts'

const seeds = Array.from({ length: 150 }, (_, seed) => seed)
const idsIn = (body: SuggestedBody) => [...new Set(marksIn(body).map(({ id }) => id))]
const inserted = (text: string, id?: string) => ({ text, marks: [mark('insertion', id)] })
const deleted = (text: string, id?: string) => ({ text, marks: [mark('deletion', id)] })
const paragraph = (...content: SuggestedInline): SuggestedBlock => ({ kind: 'paragraph', content })
const plain = (...texts: readonly string[]): Body =>
  texts.map((text) => ({ kind: 'paragraph', content: [{ text }] }) as const)

/** The merged text; null when something is asked. */
function merged(three: Three<SuggestedBody>): SuggestedBody | null {
  const parts = mergeBodies(three)
  return parts.every((part) => part.kind === 'agreed') ? parts.flatMap((part) => part.items) : null
}

test('accepted here and rejected there is always asked', () => {
  let asked = 0
  for (const seed of seeds.slice(0, 50)) {
    const base = suggestedBodyOf(chance(seed))
    for (const id of idsIn(base)) {
      const [mine, theirs] = [settle(base, [id], 'accept'), settle(base, [id], 'reject')]
      if (canonicalJson(mine) === canonicalJson(theirs)) continue
      asked++
      assert.equal(merged({ base, mine, theirs }), null, `seed ${seed}, ${id}`)
      assert.equal(merged({ base, mine: theirs, theirs: mine }), null, `seed ${seed}, ${id}`)
    }
  }
  assert.ok(asked > 100)
})

test('also where equal words stand beside each other, and while both went on writing', () => {
  const end = paragraph({ text: 'Nobody was hurt, said the mayor.' })
  const doubled: readonly (readonly [SuggestedBody, string])[] = [
    [[paragraph({ text: 'It was very ' }, deleted('very '), { text: 'cold that night.' }), end], 'a word said twice'],
    [[paragraph({ text: 'That that ' }, inserted('that '), { text: 'is is.' }), end], 'a word said thrice'],
    [
      [...plain('Again.'), { ...paragraph({ text: 'Again.' }), suggestion: mark('deletion') }, end],
      'a doubled paragraph',
    ],
    [[{ kind: 'divider' }, { kind: 'divider', suggestion: mark('insertion') }, end], 'a doubled divider'],
  ]
  for (const [base, name] of doubled) {
    const [accepted, rejected] = [
      settle(base, ['one-suggestion'], 'accept'),
      settle(base, ['one-suggestion'], 'reject'),
    ]
    const more = [...rejected.slice(0, -1), paragraph({ text: 'Nobody at all was hurt, said the mayor.' })]
    for (const [mine, theirs] of [
      [accepted, rejected],
      [rejected, accepted],
      [accepted, more],
      [more, accepted],
    ] as const)
      assert.equal(merged({ base, mine, theirs }), null, name)
  }
})

test('settled here and written there, in other words: both stand', () => {
  const base = [
    paragraph({ text: 'The ' }, deleted('big '), inserted('vast '), { text: 'river rose in the night.' }),
    paragraph({ text: 'Two bridges fell at dawn.' }),
    { kind: 'figure', pictureId: 1, size: 'text', suggestion: mark('insertion', 'a-picture') } as const,
    paragraph({ text: 'Nobody was hurt.' }),
  ]
  const theirs = [
    paragraph({ text: 'The ' }, deleted('big '), inserted('vast '), { text: 'river rose twice in the night.' }),
    ...base.slice(1, 3),
    paragraph({ text: 'Nobody was hurt.' }, inserted(' It rained.', 'bek-suggests')),
  ]
  const mine = settle(settle(base, ['one-suggestion'], 'accept'), ['a-picture'], 'reject')
  const expected = [
    paragraph({ text: 'The vast river rose twice in the night.' }),
    paragraph({ text: 'Two bridges fell at dawn.' }),
    paragraph({ text: 'Nobody was hurt.' }, inserted(' It rained.', 'bek-suggests')),
  ]
  assert.deepEqual(merged({ base, mine, theirs }), expected)
  assert.deepEqual(merged({ base, mine: theirs, theirs: mine }), expected)
})

test('different suggestions of two people in one paragraph stand both, and different settlings too', () => {
  const base = plain('The river rose in the cold night.')
  const mine = [
    paragraph({ text: 'The ' }, inserted('big ', 'aida-suggests'), { text: 'river rose in the cold night.' }),
  ]
  const theirs = [paragraph({ text: 'The river rose in the ' }, deleted('cold ', 'bek-suggests'), { text: 'night.' })]
  const both = merged({ base, mine, theirs }) ?? assert.fail('asked')
  assert.deepEqual(idsIn(both), ['aida-suggests', 'bek-suggests'])
  assert.deepEqual(rejectAll(both), base)
  assert.deepEqual(
    merged({
      base: both,
      mine: settle(both, ['aida-suggests'], 'accept'),
      theirs: settle(both, ['bek-suggests'], 'reject'),
    }),
    plain('The big river rose in the cold night.'),
  )
})

test('of a word that both suggest to delete it is asked whose suggestion it is', () => {
  const base = plain('The cold night.')
  const by = (id: string) => [paragraph({ text: 'The ' }, deleted('cold ', id), { text: 'night.' })]
  assert.equal(merged({ base, mine: by('aida-suggests'), theirs: by('bek-suggests') }), null)
})

test('a block that one suggests to delete and the other wrote in keeps both', () => {
  const base = plain('The river rose in the cold night.', 'Nobody was hurt.')
  const mine = base.map((block, place) => (place === 0 ? { ...block, suggestion: mark('deletion') } : block))
  const theirs = plain('The river rose twice in the cold night.', 'Nobody was hurt.')
  const both = merged({ base, mine, theirs })
  assert.deepEqual(both, [{ ...theirs[0], suggestion: mark('deletion') }, theirs[1]])
})

test('what two people suggest changes nothing of what readers get, and what both settled is settled', () => {
  let agreed = 0
  for (const seed of seeds) {
    const base = plain(...Array.from({ length: 12 }, (_, place) => `Sentence ${place} of a text with several words.`))
    const [mine, theirs] = [suggestedBodyOf(chance(seed), base), suggestedBodyOf(chance(seed + 500), base)]
    const both = merged({ base, mine, theirs })
    if (!both) continue
    agreed++
    assert.deepEqual(rejectAll(both), base, `seed ${seed}`)
  }
  for (const seed of seeds) {
    const base = suggestedBodyOf(chance(seed))
    const ids = idsIn(base)
    const [mine, theirs] = [settle(base, ids.slice(0, 2), 'accept'), settle(base, ids.slice(2, 4), 'reject')]
    const both = merged({ base, mine, theirs })
    if (!both) continue
    agreed++
    assert.deepEqual(both, settle(mine, ids.slice(2, 4), 'reject'), `seed ${seed}`)
  }
  assert.ok(agreed > 50, `${agreed} of ${2 * seeds.length} asked nothing`)
})
