import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from '#lib/input/parse-form.ts'
import { blogForm, pageForm } from './section-forms.ts'

const body = [{ kind: 'paragraph', content: [{ text: 'Words', marks: [{ kind: 'strong' }] }] }]
const page = { id: '3', version: '2', title: ' About\nus ', description: 'Who we are', body: JSON.stringify(body) }
const blog = {
  ...{ id: '1', seenAt: '2026-06-15T12:00:00.000Z', name: 'Rivers', standfirst: 'x', description: 'y', editorId: '' },
  body: page.body,
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a page is read as it was typed, in one line each', () => {
  const read = parseForm(pageForm, formOf(page))
  assert.ok(read.ok)
  assert.deepEqual(read.value, { id: 3, version: 2, title: 'About us', description: 'Who we are', body })
})

test('a blog may have no editor', () => {
  const read = parseForm(blogForm, formOf(blog))
  assert.equal(read.ok && read.value.editorId, null)
  const other = parseForm(blogForm, formOf({ ...blog, editorId: '7' }))
  assert.equal(other.ok && other.value.editorId, 7)
})

test('what is no text is refused with its field', () => {
  for (const bad of ['', '{', '[]', '[{"kind":"script"}]']) {
    const read = parseForm(pageForm, formOf({ ...page, body: bad }))
    assert.deepEqual(!read.ok && Object.keys(read.error.errors), ['body'], bad)
  }
  const read = parseForm(pageForm, formOf({ ...page, title: ' ' }))
  assert.deepEqual(!read.ok && read.error.errors, { title: ['required'] })
})
