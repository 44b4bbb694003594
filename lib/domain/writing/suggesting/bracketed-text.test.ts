import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bracketedText } from './bracketed-text.ts'
import { mark } from './testing/suggested-bodies.ts'

test('what is suggested stands in brackets, the space around it outside', () => {
  const content = [
    { text: 'The ' },
    { text: 'big ', marks: [mark('deletion')] },
    { text: 'vast ', marks: [{ kind: 'strong' }, mark('insertion')] },
    { text: 'old', marks: [mark('insertion', 'a'), mark('deletion', 'b')] },
    { text: ' river $1' },
  ] as const
  assert.equal(bracketedText({ kind: 'paragraph', content }), 'The [−big] [+vast] [−[+old]] river $1')
  const suggestion = mark('insertion')
  assert.equal(bracketedText({ kind: 'crosshead', text: 'Pay $2', anchor: 's-a', suggestion }), '[+Pay $2]')
  const part = { kind: 'list', ordered: true, items: [[{ text: 'One', marks: [mark('deletion')] }]] } as const
  assert.equal(bracketedText({ kind: 'fact-box', title: 'Facts', body: [part] }), 'Facts\n[−One]')
})

test('a block without words says what it is told to say', () => {
  const suggestion = mark('deletion')
  assert.equal(
    bracketedText({ kind: 'figure', pictureId: 7, size: 'text', suggestion }, () => 'A map'),
    '[−A map]',
  )
})
