import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanQuery, newFilterForm } from './saved-filter-form.ts'

test('a filter keeps what the list asks for, in one order, and no place in the list', () => {
  assert.equal(cleanQuery('edition=1&text=%20Aral%20&state=draft&before=1-2'), 'text=Aral&state=draft&edition=1')
  assert.equal(cleanQuery('text=Арал'), cleanQuery('text=%D0%90%D1%80%D0%B0%D0%BB'))
})

test('an address that asks for everything is no filter', () => {
  for (const query of ['', 'text=', 'before=1-2', 'state=lost', 'https://example.org/?x=1'])
    assert.equal(cleanQuery(query), '', query)
})

test('a name is one line of words', () => {
  const parse = (name: string) => newFilterForm.safeParse({ name, query: 'state=draft' })
  assert.equal(parse(' My \n drafts ').data?.name, 'My drafts')
  assert.deepEqual(
    ['', ' \n', 'x'.repeat(41), '\ud800'].map((name) => parse(name).error?.issues[0]?.message),
    ['required', 'required', 'tooLong', 'invalid'],
  )
})
