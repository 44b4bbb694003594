import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from '../parse-form.ts'
import { contributorForm, counterpartsOf, mergeForm, newTopicForm } from './reference-forms.ts'

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const topic = { edition: '1', name: 'Water', slug: '', description: '' }
const slugOf = (fields: Readonly<Record<string, string>>) => {
  const parsed = parseForm(newTopicForm, formOf({ ...topic, ...fields }))
  return parsed.ok ? parsed.value.slug : parsed.error.errors.slug?.[0]
}

test('an address left empty is made from the name', () => {
  assert.equal(slugOf({ name: 'Өзөн жана көл' }), 'ozon-zhana-kol')
  assert.equal(slugOf({ name: '…' }), 'required')
})

test('an address of other letters is refused, capitals are made small', () => {
  assert.equal(slugOf({ slug: 'Water-Two' }), 'water-two')
  for (const slug of ['a b', 'a--b', '../x', 'вода']) assert.equal(slugOf({ slug }), 'invalid', slug)
})

const person = {
  ...{ id: '1', seenAt: '2026-01-01T00:00:00.000Z', name: 'A', slug: 'a', kind: 'person', role: 'R', bio: '' },
  ...{ links: '', pictureId: '', userId: '' },
}

test('only https and mailto addresses are links', () => {
  const parse = (links: string) => parseForm(contributorForm, formOf({ ...person, links }))
  const good = parse('https://example.org/a\n mailto:a@example.org https://example.org/a')
  assert.ok(good.ok)
  assert.deepEqual(good.value.links, ['https://example.org/a', 'mailto:a@example.org'])
  const bad = [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.org',
    'https://u:p@example.org',
    'https://local',
  ]
  for (const links of [...bad, 'mailto:a@example.org?body=x']) assert.equal(parse(links).ok, false, links)
})

test('a merge needs the tick that it was read', () => {
  const given = { id: '1', into: '2', seen: '{}' }
  assert.equal(parseForm(mergeForm, formOf(given)).ok, false)
  assert.equal(parseForm(mergeForm, formOf({ ...given, confirmed: 'yes' })).ok, true)
})

test('counterparts are read by their editions', () => {
  const form = formOf({ 'counterpart-2': '7', 'counterpart-3': '', 'counterpart-x': '1', 'counterpart-4': 'x' })
  assert.deepEqual(counterpartsOf(form), [
    { editionId: 2, id: 7 },
    { editionId: 3, id: null },
  ])
})
