import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { askingAgain } from '#lib/domain/form-state.ts'
import { parseForm } from './parse-form.ts'

const form = () => {
  const typed = new FormData()
  for (const [name, value] of [
    ...([
      ['name', ''],
      ['box', 'a'],
      ['box', 'c'],
      ['password', 'secret'],
      ['$ACTION', 'x'],
    ] as const),
  ])
    typed.append(name, value)
  return typed
}

test('a refused form keeps what was typed and every box that was ticked, and no secret', () => {
  const parsed = parseForm(z.object({ name: z.string().min(1, 'required'), box: z.array(z.string()) }), form())
  assert.deepEqual(parsed, {
    ok: false,
    error: { errors: { name: ['required'] }, values: { name: '', box: 'a\nc' } },
  })
})

test('a form that asks for a sign-in keeps every box that was ticked', () => {
  assert.equal(askingAgain('Sign in', form()).values?.box, 'a\nc')
})
