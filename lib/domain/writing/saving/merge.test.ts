import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import type { ArticleDraft } from '../editor/article-draft.ts'
import { bodyOf, chance } from '../editor/testing/bodies.ts'
import { blockText } from './block-text.ts'
import { type Choice, type Merge, merge, resolve } from './merge.ts'
import { wordsOf } from './words.ts'

const base: ArticleDraft & { readonly body: Body } = {
  headline: 'River rises after the night of rain',
  standfirst: 'Two villages were cut off for hours.',
  description: null,
  socialText: null,
  body: paragraphs('The river rose in the night.', 'Two bridges fell at dawn.', 'Nobody was hurt, said the mayor.'),
  pictureId: 1,
  sources: [{ name: 'Mayor' }],
  sourceLine: null,
  slug: 'river',
  blogId: 1,
  topicIds: [1, 2],
  bylines: [{ contributorId: 1, role: null }],
}

function paragraphs(...texts: readonly string[]): Body {
  return texts.map((text) => ({ kind: 'paragraph', content: [{ text }] }))
}

function all(merged: Merge, choice: Choice): ArticleDraft {
  const choices = Object.fromEntries(
    merged.conflicts.map(({ id, mayTakeBoth }) => [id, choice === 'both' && !mayTakeBoth ? 'mine' : choice]),
  )
  return resolve(merged, choices) ?? assert.fail('a choice is missing')
}

const textsOf = (draft: ArticleDraft) => draft.body.map(blockText)

const edits: readonly ArticleDraft[] = [
  base,
  { ...base, headline: 'River rises and falls after the night of rain' },
  { ...base, headline: 'Bridges fall', topicIds: [2, 3] },
  { ...base, body: [] },
  { ...base, body: paragraphs('The river rose twice in the night.', 'Two bridges fell at dawn.', 'Nobody was hurt.') },
  { ...base, body: [...base.body.slice(0, 1), ...paragraphs('A new line.'), ...base.body.slice(1)] },
  { ...base, body: base.body.toReversed(), slug: 'flood', pictureId: 2 },
  { ...base, bylines: [{ contributorId: 2, role: 'Photo' }, ...base.bylines], sources: [] },
  ...[1, 2, 3].map((seed) => ({ ...base, body: bodyOf(chance(seed)) })),
  ...[4, 5, 6].map((seed) => ({ ...base, body: suggestedBodyOf(chance(seed), base.body) })),
]

test('merging with the base is what the other wrote, and asks nothing', () => {
  for (const edit of edits) {
    for (const merged of [merge({ base, mine: edit, theirs: base }), merge({ base, mine: base, theirs: edit })]) {
      assert.deepEqual(merged.conflicts, [])
      assert.deepEqual(all(merged, 'mine'), edit)
    }
  }
})

test('merging a text with itself is that text, and asks nothing', () => {
  for (const edit of edits) {
    const merged = merge({ base, mine: edit, theirs: edit })
    assert.deepEqual(merged.conflicts, [])
    assert.deepEqual(all(merged, 'mine'), edit)
  }
})

test('both sides ask the same number of questions', () => {
  for (const one of edits)
    for (const other of edits) {
      const here = merge({ base, mine: one, theirs: other }).conflicts.length
      assert.equal(here, merge({ base, mine: other, theirs: one }).conflicts.length)
    }
})

test('no word that either of both added is lost when both are taken', () => {
  const countsOf = (draft: ArticleDraft) => {
    const counts = new Map<string, number>()
    const text = [draft.headline, draft.standfirst, ...textsOf(draft)].join('\n')
    for (const word of wordsOf(text)) counts.set(word.trim(), (counts.get(word.trim()) ?? 0) + 1)
    return counts
  }
  const before = countsOf(base)
  for (const one of edits)
    for (const other of edits) {
      const after = countsOf(all(merge({ base, mine: one, theirs: other }), 'both'))
      for (const side of [one, other])
        for (const word of countsOf(side).keys()) if (!before.has(word)) assert.ok(after.has(word), `“${word}” is lost`)
    }
})

test('a word that stands in all three, untouched by both, stays', () => {
  for (const one of edits.slice(0, 6))
    for (const other of edits.slice(0, 6))
      for (const choice of ['mine', 'theirs', 'both'] as const) {
        const text = all(merge({ base, mine: one, theirs: other }), choice).standfirst
        assert.equal(text, base.standfirst)
      }
})

test('different words of one paragraph merge without a question', () => {
  const mine = { ...base, body: paragraphs('The river rose early in the night.', ...textsOf(base).slice(1)) }
  const theirs = { ...base, body: paragraphs('The big river rose in the night.', ...textsOf(base).slice(1)) }
  const merged = merge({ base, mine, theirs })
  assert.deepEqual(merged.conflicts, [])
  assert.equal(textsOf(all(merged, 'mine'))[0], 'The big river rose early in the night.')
})

test('neighbouring paragraphs changed by each merge without a question, also beside a new one', () => {
  const mine = {
    ...base,
    body: paragraphs(
      'The river rose in the cold night.',
      'Two bridges fell at dawn.',
      'Nobody was hurt, said the mayor.',
    ),
  }
  const theirs = {
    ...base,
    body: paragraphs(
      'The river rose in the night.',
      'Something new.',
      'Two old bridges fell at dawn.',
      'Nobody was hurt, said the mayor.',
    ),
  }
  const merged = merge({ base, mine, theirs })
  assert.deepEqual(merged.conflicts, [])
  assert.deepEqual(textsOf(all(merged, 'mine')), [
    'The river rose in the cold night.',
    'Something new.',
    'Two old bridges fell at dawn.',
    'Nobody was hurt, said the mayor.',
  ])
})

test('the same words changed differently are asked, and each answer is what it says', () => {
  const mine = { ...base, body: paragraphs('The river fell in the night.', ...textsOf(base).slice(1)) }
  const theirs = { ...base, body: paragraphs('The river stayed in the night.', ...textsOf(base).slice(1)) }
  const merged = merge({ base, mine, theirs })
  assert.equal(merged.conflicts.length, 1)
  assert.equal(resolve(merged, {}), null, 'nothing is decided by itself')
  assert.equal(textsOf(all(merged, 'mine'))[0], 'The river fell in the night.')
  assert.equal(textsOf(all(merged, 'theirs'))[0], 'The river stayed in the night.')
  assert.deepEqual(textsOf(all(merged, 'both')).slice(0, 2), [
    'The river fell in the night.',
    'The river stayed in the night.',
  ])
})

test('a paragraph that one removed and the other changed is asked', () => {
  const mine = { ...base, body: base.body.slice(1) }
  const theirs = { ...base, body: paragraphs('The river rose high in the night.', ...textsOf(base).slice(1)) }
  assert.equal(merge({ base, mine, theirs }).conflicts.length, 1)
})

test('an address that both changed is asked and has no “both”; topics of both come together', () => {
  const merged = merge({
    base,
    mine: { ...base, slug: 'mine', topicIds: [2, 3] },
    theirs: { ...base, slug: 'theirs', topicIds: [1, 2, 4] },
  })
  assert.deepEqual(
    merged.conflicts.map(({ id, mayTakeBoth }) => [id, mayTakeBoth]),
    [['slug', false]],
  )
  assert.deepEqual(all(merged, 'theirs').topicIds, [2, 3, 4])
})

test('two crossheads that both take get anchors of their own', () => {
  const crosshead = (text: string): Body => [{ kind: 'crosshead', text, anchor: 's-one' }]
  const merged = merge({
    base: { ...base, body: crosshead('Old words here') },
    mine: { ...base, body: crosshead('Old things here') },
    theirs: { ...base, body: crosshead('Old songs here') },
  })
  const anchors = all(merged, 'both').body.map((block) => (block.kind === 'crosshead' ? block.anchor : ''))
  assert.equal(new Set(anchors).size, 2)
})

test('one person added by both in two roles is asked, and “both” takes both roles', () => {
  const added = (role: string) => ({ ...base, bylines: [...base.bylines, { contributorId: 2, role }] })
  const mine = { ...base, bylines: [{ contributorId: 2, role: 'Photos' }, ...base.bylines] }
  const merged = merge({ base, mine, theirs: added('Text') })
  assert.deepEqual(
    merged.conflicts.map(({ id }) => id),
    ['bylines'],
  )
  assert.deepEqual(all(merged, 'theirs').bylines, added('Text').bylines)
  assert.deepEqual(all(merged, 'both').bylines, [{ contributorId: 2, role: 'Photos, Text' }, ...base.bylines])
  assert.deepEqual(merge({ base, mine: added('Text'), theirs: added('Text') }).conflicts, [])
})

test('the order of topics is that of who changed it, and asked where both did', () => {
  const three = { ...base, topicIds: [1, 2, 3] }
  const topics = (mine: readonly number[], theirs: readonly number[]) => {
    const merged = merge({ base: three, mine: { ...base, topicIds: mine }, theirs: { ...base, topicIds: theirs } })
    return resolve(merged, {})?.topicIds ?? null
  }
  assert.deepEqual(topics([1, 2, 3, 4], [3, 1, 2]), [3, 1, 2, 4])
  assert.deepEqual(topics([3, 1, 2], [1, 2, 3, 4]), [3, 1, 2, 4])
  assert.deepEqual(topics([3, 2, 1], [1, 2]), [2, 1])
  assert.equal(topics([3, 2, 1], [2, 1, 3]), null)
  const asked = merge({
    ...{ base: three, mine: { ...base, topicIds: [3, 2, 1] } },
    theirs: { ...base, topicIds: [2, 1, 3, 4] },
  })
  assert.deepEqual(all(asked, 'both').topicIds, [3, 2, 1, 4])
})

const shores: ArticleDraft = {
  ...base,
  body: paragraphs(
    'Reed grows along the north shore.',
    'Sand lies on the long south shore.',
    'Boats wait in the harbour.',
  ),
}
const inOrder = (texts: readonly string[], order: readonly number[]) =>
  ({ ...base, body: paragraphs(...order.map((place) => texts[place] ?? assert.fail())) }) satisfies ArticleDraft

test('a block that one moved and the other edited stands once, where it was moved, as it was edited', () => {
  const [reed = '', sand = '', boats = ''] = textsOf(shores)
  const edited = { ...base, body: paragraphs('Tall reed grows along the north shore.', sand, boats) }
  for (const order of [
    [1, 2, 0],
    [1, 0, 2],
    [2, 1, 0],
  ]) {
    const moved = inOrder([reed, sand, boats], order)
    const wanted = textsOf(inOrder(textsOf(edited), order))
    for (const merged of [
      merge({ base: shores, mine: moved, theirs: edited }),
      merge({ base: shores, mine: edited, theirs: moved }),
    ])
      for (const choice of ['mine', 'theirs', 'both'] as const) assert.deepEqual(textsOf(all(merged, choice)), wanted)
  }
})

test('a block that one moved, and both edited in the same words, is asked where it was moved', () => {
  const mine = { ...base, body: paragraphs('Sand lies on the long south shore.', 'Reed dies along the north shore.') }
  const theirs = {
    ...base,
    body: paragraphs('Reed thrives along the north shore.', 'Sand lies on the long south shore.'),
  }
  const merged = merge({ base: { ...shores, body: shores.body.slice(0, 2) }, mine, theirs })
  assert.deepEqual(textsOf(all(merged, 'mine')), textsOf(mine))
  assert.deepEqual([...textsOf(all(merged, 'theirs'))].sort(), textsOf(theirs))
})

test('where one moved a block and the other wrote a new one, neither answer loses the moved one', () => {
  const texts = textsOf(shores)
  const mine = inOrder(texts, [1, 2, 0])
  const theirs = { ...shores, body: [...shores.body, ...paragraphs('Gulls came at noon.')] }
  for (const choice of ['mine', 'theirs', 'both'] as const)
    assert.deepEqual(
      [...textsOf(all(merge({ base: shores, mine, theirs }), choice))].sort(),
      [...textsOf(theirs)].sort(),
    )
})

test('however both move and edit, each block stands once in every answer, and no word that nobody decides about is lost', () => {
  const names = ['amber', 'birch', 'cedar', 'dunes', 'elder', 'ferns', 'gorse']
  const before = names.map((name) => ['road', 'hill', 'farm', 'lake', 'mill'].map((place) => name + place).join(' '))
  for (let seed = 1; seed <= 400; seed++) {
    const next = chance(seed)
    const below = (limit: number) => Math.floor(next() * limit)
    const side = (who: string) => {
      const lines = before.map((line, place) =>
        below(3) > 0 ? line : below(2) > 0 ? `${line} ${who}${place}.` : `${who}${place} ${line}`,
      )
      for (let moves = below(3); moves > 0; moves--)
        lines.splice(below(lines.length), 0, ...lines.splice(below(lines.length), 1))
      if (below(3) === 0) lines.splice(below(lines.length), 0, `Something ${who} else.`)
      return lines
    }
    const [mine, theirs] = [side('mine'), side('theirs')]
    const of = (lines: readonly string[]) => ({ ...base, body: paragraphs(...lines) })
    const merged = merge({ base: of(before), mine: of(mine), theirs: of(theirs) })
    for (const choice of ['mine', 'theirs'] as const) {
      const result = textsOf(all(merged, choice))
      for (const name of names)
        assert.equal(result.filter((line) => line.includes(`${name}road`)).length, 1, `${seed}: ${name}, ${choice}`)
      if (merged.conflicts.length > 0) continue
      for (const word of [...mine, ...theirs].join(' ').match(/(mine|theirs)\d/g) ?? [])
        assert.ok(result.join(' ').includes(word), `${seed}: “${word}” is lost`)
    }
    if (merged.conflicts.some(({ id }) => id === 'body-0') && merged.body.length === 1) {
      assert.deepEqual(textsOf(all(merged, 'mine')), mine)
      assert.deepEqual(textsOf(all(merged, 'theirs')), theirs)
    }
  }
})
