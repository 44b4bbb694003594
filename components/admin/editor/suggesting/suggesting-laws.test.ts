import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import type { DocNode } from '#lib/domain/writing/editor/document.ts'
import { bodyOf, chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import { acceptAll, rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { losesMarks } from './keep-marked.ts'
import { bodyIn, edits, isValid, raw, run, somewhere, stateOf } from './testing/hands.ts'

for (const [name, make] of [
  ['a text', bodyOf],
  ['a text in which others suggest', suggestedBodyOf],
] as const)
  test(`whatever is done to ${name}, readers get what they got before`, () => {
    for (let seed = 0; seed < 150; seed++) {
      const next = chance(seed)
      const body = make(next)
      let state = stateOf(body)
      for (let step = 0; step < 12; step++) {
        state = run(state, somewhere(next))
        const edit = edits[Math.floor(next() * edits.length)]?.(next)
        // ProseMirror itself can fit a slice of half a table into a cell so that no paragraph is left in it.
        if (!edit || !isValid(raw(state, edit))) continue
        state = run(state, edit)
        assert.deepEqual(rejectAll(bodyIn(state)), rejectAll(body), `seed ${seed}, step ${step}`)
      }
    }
  })

test('whatever is done to a text, accepted it is as if it had been done at once', () => {
  for (let seed = 0; seed < 150; seed++) {
    const next = chance(seed)
    let state = stateOf(bodyOf(next))
    for (let step = 0; step < 12; step++) {
      state = run(state, somewhere(next))
      const edit = edits[Math.floor(next() * edits.length)]?.(next)
      if (!edit || !isValid(raw(state, edit))) continue
      const done = raw(state, edit)
      if (losesMarks(state.doc, done)) continue
      state = run(state, edit)
      assert.deepEqual(
        wordsOf(acceptAll(bodyIn(state))),
        wordsOf(acceptAll(toBlocks(done.toJSON() as DocNode))),
        `seed ${seed}, step ${step} ${edit}`,
      )
    }
  }
})

test('what is written straight into the text makes no suggestion a part of it', () => {
  for (let seed = 0; seed < 150; seed++) {
    const next = chance(seed)
    const body = suggestedBodyOf(next)
    // Every suggested word is one that nobody else writes.
    let state = stateOf(JSON.parse(JSON.stringify(body, markSuggested)), 'me', false)
    for (let step = 0; step < 12; step++) {
      state = run(state, somewhere(next))
      // All but the last: who copies words out of a suggestion writes them anew.
      const edit = edits[Math.floor(next() * (edits.length - 1))]?.(next)
      if (!edit || !isValid(raw(state, edit))) continue
      state = run(state, edit)
      assert.ok(!JSON.stringify(rejectAll(bodyIn(state))).includes('‡'), `seed ${seed}, step ${step} ${edit}`)
    }
  }
})

type Marked = {
  readonly text?: unknown
  readonly marks?: readonly { readonly kind: string }[]
  readonly suggestion?: { readonly kind: string }
}

function markSuggested(_: string, value: Marked): unknown {
  const isInserted = value?.marks?.some(({ kind }) => kind === 'insertion') || value?.suggestion?.kind === 'insertion'
  return isInserted
    ? JSON.parse(JSON.stringify(value).replaceAll(/"(text|title|caption)":"[^"]*"/g, '"$1":"‡"'))
    : value
}

/** Anchors are those of the wording that readers know; what says nothing at all is as good as nothing. */
function wordsOf(body: Body): Body {
  const isSaid = (block: Body[number]) =>
    !['', '…', '…\n…'].includes(blockText(block)) || block.kind === 'figure' || block.kind === 'divider'
  return body.filter(isSaid).map((block) => (block.kind === 'crosshead' ? { ...block, anchor: '' } : block))
}
