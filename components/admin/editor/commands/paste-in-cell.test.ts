import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fragment, Node, Slice } from '@tiptap/pm/model'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import type { SuggestedBlock, SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { at, bodyIn, run, schema, stateOf } from '../suggesting/testing/hands.ts'
import { asCells, pasteInCell } from './paste-in-cell.ts'

const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] }) as const
const table = (cell: string): SuggestedBlock => ({
  ...{ kind: 'table', caption: 'Levels', hasRowHeads: false, numericColumns: [] },
  ...{ head: [[{ text: 'Year' }], [{ text: 'Cm' }]], rows: [[[{ text: cell }], [{ text: '12' }]]] },
})

function sliceOf(body: SuggestedBody): Slice {
  return Slice.maxOpen(Node.fromJSON(schema, toDocument(body)).content)
}

test('several paragraphs pasted into a cell are one line of it', () => {
  const state = stateOf([table('2024')], 'me', false)
  let inCell = 0
  state.doc.descendants((node, position) => {
    if (node.text === '2024') inCell = position + 2
  })
  const list = { kind: 'list', ordered: false, items: [[{ text: 'three' }]] } as const
  const pasted = [at(inCell), pasteInCell(sliceOf([paragraph('one'), paragraph('two'), list]))].reduce(run, state)
  assert.deepEqual(bodyIn(pasted), [table('20one two three24')])
})

test('elsewhere, and for a line or for cells, it is not asked', () => {
  const state = run(stateOf([paragraph('Hello')]), at(3))
  assert.equal(pasteInCell(sliceOf([paragraph('one'), paragraph('two')]))(state), false)
  const [block] = sliceOf([table('2024')]).content.content
  assert.ok(block)
  const cells = asCells(new Slice(Fragment.from(block), 0, 0))
  assert.equal(cells.content.firstChild?.type.name, 'table')
  const words = sliceOf([paragraph('one')])
  assert.equal(asCells(words), words)
})
