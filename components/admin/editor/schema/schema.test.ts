import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { bodyOf, chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { bodyNodes } from './nodes.ts'

const schema = getSchema(bodyNodes({ draw: () => [], says: () => '' }))

test('every body is a document of the schema, and comes out of it as it was', () => {
  for (let seed = 0; seed < 300; seed++) {
    const body = bodyOf(chance(seed))
    const document = Node.fromJSON(schema, toDocument(body))
    document.check()
    assert.deepEqual(toBlocks(document.toJSON()), body, `seed ${seed}`)
  }
})

test('what is suggested is part of the schema too', () => {
  for (let seed = 0; seed < 300; seed++) {
    const body = suggestedBodyOf(chance(seed))
    const document = Node.fromJSON(schema, toDocument(body))
    document.check()
    assert.deepEqual(toBlocks(document.toJSON()), body, `seed ${seed}`)
  }
})

test('a block that is suggested says so where it is drawn', () => {
  const suggestion = { kind: 'deletion', id: 'of-aida', by: 'aida', at: '2026-11-22T12:00:00.000Z' }
  const drawn = Object.values(schema.nodes).filter(({ spec }) => spec.attrs?.suggestion)
  assert.equal(drawn.length, 10)
  for (const type of drawn) {
    const node = type.createAndFill({ suggestion })
    const said = JSON.stringify(node && type.spec.toDOM?.(node))
    for (const words of ['"data-flag":"deletion"', '"data-suggestion":"of-aida"', '"data-by":"aida"'])
      assert.ok(said.includes(words), `${type.name}: ${said}`)
  }
})

test('what is no block of ours is no node of the schema', () => {
  assert.throws(() => Node.fromJSON(schema, { type: 'doc', content: [{ type: 'html' }] }))
})

test('only the parts of a table have a role in it', () => {
  const roles = Object.values(schema.nodes).flatMap(({ name, spec }) =>
    spec.tableRole ? [[name, spec.tableRole]] : [],
  )
  assert.deepEqual(roles, [
    ['table', 'table'],
    ['tableRow', 'row'],
    ['tableCell', 'cell'],
  ])
})
