import assert from 'node:assert/strict'
import { test } from 'node:test'
import { line, optionalRowId, requiredLine, rowId } from './form-fields.ts'

const codes = (result: { readonly error?: { readonly issues: readonly { readonly message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message)

test('an id is a whole number without sign or leading zero', () => {
  assert.equal(rowId.parse('42'), 42)
  for (const bad of ['0', '01', '-1', '1.5', '1e3', '9999999999', '', undefined])
    assert.deepEqual(codes(rowId.safeParse(bad)), ['invalid'], String(bad))
})

test('where none need be chosen, nothing is null', () => {
  assert.equal(optionalRowId.parse(''), null)
  assert.equal(optionalRowId.parse('7'), 7)
  assert.equal(optionalRowId.safeParse('07').success, false)
})

test('a line keeps its words and loses what a clipboard adds', () => {
  assert.equal(line(40).parse('  Two\n\twords\u0000 '), 'Two words')
  assert.equal(line(40).parse(''), '')
  assert.equal(line(40).parse('e\u0301'), 'é')
})

test('a line that is too long, cut in two or missing says so', () => {
  assert.deepEqual(codes(line(3).safeParse('four')), ['tooLong'])
  assert.deepEqual(codes(line(9).safeParse('a\ud800')), ['invalid'])
  assert.deepEqual(codes(line(9, 'required').safeParse('a\ud800')), ['required'])
  assert.deepEqual(codes(requiredLine(9).safeParse(' \n ')), ['required'])
  assert.deepEqual(codes(requiredLine(9).safeParse(undefined)), ['required'])
})
