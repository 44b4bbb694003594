import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import type { DocNode } from '#lib/domain/writing/editor/document.ts'
import { bodyOf, chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import { acceptAll, rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { inlinesOf, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { losesMarks } from './keep-marked.ts'
import { textToKeep } from './suggesting.ts'
import { bodyIn, composing, edits, isValid, raw, run, somewhere, stateOf } from './testing/hands.ts'

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

test('whoever edits where others suggest, the words of each stay their own', () => {
  for (let seed = 0; seed < 60; seed++) {
    const next = chance(seed)
    const body = suggestedBodyOf(next)
    let state = stateOf(body, 'bek')
    for (let step = 0; step < 12; step++) {
      // Three people take turns in what aida suggested.
      if (step % 4 === 3) state = stateOf(bodyIn(state), step === 3 ? 'chinara' : 'dastan')
      const by = step < 3 ? 'bek' : step < 7 ? 'chinara' : 'dastan'
      state = run(state, somewhere(next))
      const edit = edits[Math.floor(next() * edits.length)]?.(next)
      if (!edit || !isValid(raw(state, edit))) continue
      const before = wordsBy(bodyIn(state), by)
      state = run(state, edit)
      assert.deepEqual(wordsBy(bodyIn(state), by), before, `seed ${seed}, step ${step} ${edit}`)
      assert.deepEqual(rejectAll(bodyIn(state)), rejectAll(body), `seed ${seed}, step ${step}`)
    }
  }
})

test('what is written straight into the text puts no word under the name of somebody else', () => {
  for (let seed = 0; seed < 60; seed++) {
    const next = chance(seed)
    let state = stateOf(suggestedBodyOf(next), 'me', false)
    for (let step = 0; step < 12; step++) {
      state = run(state, somewhere(next))
      // All but the last, as above.
      const edit = edits[Math.floor(next() * (edits.length - 1))]?.(next)
      if (!edit || !isValid(raw(state, edit))) continue
      const before = wordsBy(bodyIn(state), 'me')
      state = run(state, edit)
      for (const [id, words] of wordsBy(bodyIn(state), 'me'))
        assert.ok(words.length <= (before.get(id) ?? '').length, `seed ${seed}, step ${step} ${edit}: ${words}`)
    }
  }
})

test('while an input method writes, what is kept is a suggestion already, and the end of it is the same', () => {
  for (let seed = 0; seed < 60; seed++) {
    const next = chance(seed)
    const body = suggestedBodyOf(next)
    let state = stateOf(body)
    for (let step = 0; step < 12; step++) {
      state = run(state, somewhere(next))
      const edit = edits[Math.floor(next() * 3)]?.(next)
      if (!edit || !isValid(raw(state, edit))) continue
      const isComposed = next() < 0.7
      const { doc } = state
      state = run(state, isComposed ? composing(edit) : edit)
      const kept = toBlocks(textToKeep(state).toJSON() as DocNode)
      assert.deepEqual(rejectAll(kept), rejectAll(body), `seed ${seed}, step ${step}`)
      if (isComposed || doc.eq(state.doc)) continue
      assert.deepEqual(kept, bodyIn(state), `seed ${seed}, step ${step}`)
    }
  }
})

/** What others put in, by the id of their suggestion; blocks that they suggest as a whole are apart. */
function wordsBy(body: SuggestedBody, notBy: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { text, marks = [] } of body.flatMap(inlinesOf).flat())
    for (const mark of marks)
      if (mark.kind === 'insertion' && mark.by !== notBy) words.set(mark.id, (words.get(mark.id) ?? '') + text)
  return words
}

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
