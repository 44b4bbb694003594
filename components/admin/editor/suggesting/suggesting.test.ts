import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitBlock, toggleMark } from '@tiptap/pm/commands'
import { undo } from '@tiptap/pm/history'
import type { Command, EditorState } from '@tiptap/pm/state'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { rejectAll, settle } from '#lib/domain/writing/suggesting/settle.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { suggestionsOf } from '#lib/domain/writing/suggesting/suggestions-of.ts'
import { insertBlock, moveBlock, removeBlock, turnInto } from '../commands/blocks.ts'
import { divider } from '../commands/keys.ts'
import { readText } from './read-text.ts'
import { setSuggesting, settling, textToKeep } from './suggesting.ts'
import { at, backspace, bodyIn, composing, forward, run, schema, stateOf, typing } from './testing/hands.ts'
import { typedMarks } from './typed-marks.ts'

const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] }) as const

function after(body: SuggestedBody, ...commands: readonly Command[]): EditorState {
  return commands.reduce(run, stateOf(body))
}

/** Struck out in brackets, put in between braces. */
function shown(state: EditorState): readonly string[] {
  return state.doc.children.map((block) => {
    let text = ''
    block.descendants((node) => {
      if (!node.isText) return true
      const kinds = node.marks.map(({ type }) => type.name)
      const words = kinds.includes('insertion') ? `{${node.text}}` : (node.text ?? '')
      text += kinds.includes('deletion') ? `[${words}]` : words
      return false
    })
    const flag = block.attrs.suggestion?.kind
    return flag ? `${flag} ${block.type.name} ${text}`.trim() : text
  })
}

const hello = [paragraph('Hello world')]
const cases: readonly (readonly [string, SuggestedBody, readonly Command[], readonly string[]])[] = [
  ['typing is one insertion', hello, [at(6), typing(','), typing(' '), typing('x')], ['Hello{, x} world']],
  ['equal letters go where they were typed', hello, [at(4), typing('l'), typing('l')], ['Hel{ll}lo world']],
  ['Backspace strikes out', hello, [at(12), backspace, backspace], ['Hello wor[ld]']],
  [
    'Backspace passes by what is struck out',
    hello,
    [at(12), backspace, at(12), backspace, backspace],
    ['Hello wor[ld]'],
  ],
  ['Delete strikes out', hello, [at(1), forward, forward], ['[He]llo world']],
  ['a replaced word', hello, [at(7, 12), typing('t'), typing('here')], ['Hello [world]{there}']],
  [
    'what was struck out is replaced behind it',
    hello,
    [at(12), backspace, backspace, typing('t')],
    ['Hello wor[ld]{t}'],
  ],
  ['one’s own words just go', hello, [at(6), typing('xy'), backspace], ['Hello{x} world']],
  ['and leave nothing', hello, [at(6), typing('x'), backspace], ['Hello world']],
  ['the same words again are no change', hello, [at(7, 12), typing('world')], ['Hello world']],
  ['a split paragraph', hello, [at(6), splitBlock], ['Hello[ world]', '{ world}']],
  ['split and joined again it is as it was', hello, [at(6), splitBlock, backspace], ['Hello world']],
  ['a new paragraph', hello, [at(12), splitBlock, typing('New')], ['Hello world', '{New}']],
  ['joined paragraphs', [paragraph('Hello'), paragraph('world')], [at(8), backspace], ['Hello{world}', '[world]']],
  [
    'from one paragraph into another',
    [paragraph('Hello'), paragraph('my'), paragraph('world')],
    [at(4, 14), typing('x')],
    ['Hel[lo]{xrld}', '[my]', '[world]'],
  ],
  ['a paragraph that goes', [...hello, paragraph('Next')], [at(3), removeBlock], ['[Hello world]', 'Next']],
  ['bold is another wording', hello, [at(7, 12), toggleMark(schema.marks.strong as never)], ['Hello [world]{world}']],
  [
    'and taken back is none',
    hello,
    [at(7, 12), toggleMark(schema.marks.strong as never), toggleMark(schema.marks.strong as never)],
    ['Hello world'],
  ],
  [
    'a paragraph that becomes a crosshead',
    hello,
    [at(3), turnInto('crosshead')],
    ['[Hello world]', 'insertion crosshead Hello world'],
  ],
  ['a block that comes', hello, [at(3), insertBlock(divider)], ['Hello world', 'insertion divider']],
  [
    'a block that moves',
    [...hello, paragraph('Next')],
    [at(3), moveBlock(1)],
    ['[Hello world]', 'Next', '{Hello world}'],
  ],
  [
    'a crosshead in other words',
    [{ kind: 'crosshead', text: 'Old', anchor: 's-old' }],
    [at(4), typing('er'), typing('!')],
    ['deletion crosshead Old', 'insertion crosshead Older!'],
  ],
  [
    'a new item of a list',
    [{ kind: 'list', ordered: false, items: [[{ text: 'One' }], [{ text: 'Two' }]] }],
    [at(5), splitBlock, typing('x')],
    ['One{x}Two'],
  ],
]
for (const [name, body, commands, expected] of cases)
  test(name, () => {
    const state = after(body, ...commands)
    assert.deepEqual(shown(state), expected)
    assert.deepEqual(rejectAll(bodyIn(state)), body)
  })

test('the caret stays where its writer has it', () => {
  const caret = (...commands: readonly Command[]) => after(hello, ...commands).selection.head
  assert.equal(caret(at(12), backspace), 11)
  assert.equal(caret(at(1), forward), 2)
  assert.equal(caret(at(7, 12), typing('there')), 17)
  assert.equal(caret(at(6), splitBlock), 14)
  assert.equal(caret(at(6), typing('x')), 7)
})

test('neighbouring changes of one person are one suggestion, of two people two', () => {
  const one = after(hello, at(7, 12), typing('there'), splitBlock, typing('More'), at(1), typing('x'))
  assert.deepEqual(
    suggestionsOf(bodyIn(one)).map(({ deleted, inserted }) => [deleted, inserted]),
    [
      ['', 'x'],
      ['world', 'there\nMore'],
    ],
  )
  const other = [at(9), typing('!')].reduce(run, stateOf(bodyIn(after(hello, at(6), typing('xy'))), 'you'))
  assert.deepEqual(
    suggestionsOf(bodyIn(other)).map(({ by, inserted }) => [by, inserted]),
    [
      ['me', 'xy'],
      ['you', '!'],
    ],
  )
})

test('within what somebody else put in, what one writes is one’s own, also straight into the text', () => {
  const mine = bodyIn(after(hello, at(6), typing('big old')))
  for (const [isOn, expected] of [
    [true, 'Hello{big }{very}{o}[{l}]{k}{d} world'],
    [false, 'Hello{big }{very}{o}{k}{d} world'],
  ] as const) {
    const edits = [at(10), typing('v'), typing('e'), typing('ry'), at(15, 16), typing('k')]
    const other = edits.reduce(run, stateOf(mine, 'you', isOn))
    assert.deepEqual(shown(other), [expected])
    const signed = suggestionsOf(bodyIn(other)).map(({ by, inserted }) => [by, inserted])
    assert.deepEqual(signed, [
      ['me', isOn ? 'big old' : 'big od'],
      ['you', 'very'],
      ['you', 'k'],
    ])
  }
  const bold = [at(8, 10), toggleMark(schema.marks.strong as never)].reduce(run, stateOf(mine, 'you', false))
  assert.deepEqual(
    suggestionsOf(bodyIn(bold)).map(({ by, inserted }) => [by, inserted]),
    [['me', 'big old']],
  )
})

test('a composition is a suggestion when it is over, in one step with what it was written over', () => {
  const begun = after(hello, at(7, 12), composing(typing('h')), composing(typing('e')))
  assert.deepEqual(shown(begun), ['Hello he'])
  assert.deepEqual(rejectAll(toBlocks(textToKeep(begun).toJSON())), hello)
  assert.equal(settling(begun, ['any'], 'accept'), null)
  const over = run(begun, typing('r'))
  assert.deepEqual(shown(over), ['Hello [world]{her}'])
  assert.deepEqual(shown(run(begun, undo)), ['Hello world'])
  assert.deepEqual(shown(begun.apply(setSuggesting(begun, false))), ['Hello [world]{he}'])
})

test('what somebody else put in is struck out, and is theirs still', () => {
  const mine = bodyIn(after(hello, at(6), typing('xy')))
  const state = [at(6, 8), backspace].reduce(run, stateOf(mine, 'you'))
  assert.deepEqual(shown(state), ['Hello[{xy}] world'])
})

test('a letter that has its marks from the start needs no other step', () => {
  const places: readonly (readonly [SuggestedBody, readonly Command[]])[] = [
    [hello, [at(6)]],
    [hello, [at(6), typing('x')]],
    [hello, [at(12), splitBlock]],
    [hello, [at(12), typing('x'), splitBlock]],
  ]
  for (const [body, commands] of places) {
    const state = after(body, ...commands)
    const marks = typedMarks(state, state.selection.head, {
      id: 'of-this-letter',
      by: 'me',
      at: '2026-11-22T12:00:00.000Z',
    })
    assert.ok(marks)
    const typed = state.tr.setStoredMarks(marks).insertText('x')
    assert.ok(state.apply(typed).doc.eq(typed.doc))
    assert.deepEqual(shown(state.apply(typed)), shown(run(state, typing('x'))))
  }
})

test('copied as plain text, what is struck out is left out', () => {
  const { doc } = after([...hello, paragraph('Next')], at(7, 12), typing('there'), at(21), removeBlock)
  assert.equal(readText(doc.content), 'Hello there')
})

const change: readonly Command[] = [at(7, 12), typing('there'), splitBlock, typing('More')]

test('one step back takes back the change and what was made of it', () => {
  const typed = after(hello, at(7, 12), typing('there'))
  assert.deepEqual(bodyIn(run(typed, undo)), hello)
})

test('accepted and rejected in the document as in the body, and taken back', () => {
  const state = after([...hello, paragraph('Next')], ...change, at(26), removeBlock)
  const body = bodyIn(state)
  const ids = suggestionsOf(body).map(({ id }) => id)
  assert.equal(ids.length, 2)
  for (const verdict of ['accept', 'reject'] as const)
    for (const chosen of [ids, ids.slice(0, 1), ids.slice(1)]) {
      const done = run(state, (one, dispatch) => {
        const tr = settling(one, chosen, verdict)
        if (tr) dispatch?.(tr)
        return tr !== null
      })
      assert.deepEqual(bodyIn(done), settle(body, chosen, verdict))
      assert.deepEqual(bodyIn(run(done, undo)), body)
    }
  assert.equal(settling(state, ['nothing-of-this-text'], 'accept'), null)
})

test('all of a text can be taken away by settling it', () => {
  const state = after([], typing('All new'))
  const tr = settling(
    state,
    suggestionsOf(bodyIn(state)).map(({ id }) => id),
    'reject',
  )
  assert.ok(tr)
  assert.deepEqual(bodyIn(state.apply(tr)), [])
})

test('a crosshead in other words keeps the anchor that readers know', () => {
  const state = after([{ kind: 'crosshead', text: 'Old', anchor: 's-old' }], at(4), typing('er'))
  const tr = settling(
    state,
    suggestionsOf(bodyIn(state)).map(({ id }) => id),
    'accept',
  )
  assert.ok(tr)
  assert.deepEqual(bodyIn(state.apply(tr)), [{ kind: 'crosshead', text: 'Older', anchor: 's-old' }])
})

test('switched off, words are written into the text, and not into what is struck out', () => {
  const suggested = after(hello, at(7, 12), backspace)
  const off = suggested.apply(setSuggesting(suggested, false))
  assert.deepEqual(shown([at(9), typing('x')].reduce(run, off)), ['Hello [wo]x[rld]'])
  assert.deepEqual(shown([at(3), typing('x')].reduce(run, off)), ['Hexllo [world]'])
})

test('words with suggestions become no crosshead', () => {
  const suggested = after(hello, at(7, 12), typing('there'))
  assert.deepEqual(shown(run(suggested, turnInto('crosshead'))), shown(suggested))
})
