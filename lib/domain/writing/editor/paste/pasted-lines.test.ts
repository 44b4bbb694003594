import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesFromText } from './pasted-lines.ts'

test('a post of a messenger: each line a paragraph, empty lines are none', () => {
  assert.deepEqual(linesFromText('First line of a post\nSecond line\n\n\nNew part with https://t.me/x\n'), [
    'First line of a post',
    'Second line',
    'New part with https://t.me/x',
  ])
  assert.deepEqual(linesFromText('\r\n \r\n'), [])
  assert.deepEqual(linesFromText('one'), ['one'])
})

test('a mail with hard line breaks: what its program broke is whole again, what its writer broke is not', () => {
  const mail = `Dear all,\r
\r
the river rose by two metres in the night, the ministry wrote on\r
Monday, and three bridges near the town of Kyzyl-Suu were closed \r
to all cars. Nobody was hurt.\r
\r
The road to the north stays shut until the water falls again, and\r
that may last.\r
\r
Best wishes,\r
Azamat\r
`
  assert.deepEqual(linesFromText(mail), [
    'Dear all,',
    'the river rose by two metres in the night, the ministry wrote on Monday, and three bridges near the town of Kyzyl-Suu were closed to all cars. Nobody was hurt.',
    'The road to the north stays shut until the water falls again, and that may last.',
    'Best wishes,',
    'Azamat',
  ])
})

test('long lines, and lines that each end a sentence, are paragraphs', () => {
  const long =
    'A paragraph of a program that breaks no lines is one line, however long it is, until its very end comes at last.'
  assert.deepEqual(linesFromText(`${long}\n${long}`), [long, long])
  const lines = [
    'The river rose by two metres in one night and fell in another.',
    'The ministry closed three bridges and opened them a week later.',
    'The road to the north stays shut until all the water is gone.',
  ]
  assert.deepEqual(linesFromText(lines.join('\n')), lines)
  const heads = [
    'The river rises by two metres in one night near Kyzyl-Suu',
    'Bridges close',
    'The ministry writes a letter to those who live in the north',
    'The road to the north stays shut',
    'Nobody is hurt when the third bridge falls into the river Chu',
  ]
  assert.deepEqual(linesFromText(heads.join('\n')), heads)
})
