import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeNext } from './safe-next.ts'

test('a place inside the newsroom is gone on to, with its query', () => {
  assert.equal(safeNext('/admin/articles?state=draft'), '/admin/articles?state=draft')
  assert.equal(safeNext('/admin'), '/admin')
})

test('everything else is the first page of the newsroom', () => {
  for (const next of [
    ...[
      null,
      undefined,
      '',
      '/',
      '//evil.example',
      'https://evil.example/admin',
      '/admin@evil.example',
      '/administrator',
    ],
    ...['/admin\\evil', '/admin/../x', '/admin/%2e%2e/x', '/admin/\n', '\\/admin', 'javascript:alert(1)'],
    ...['/admin/sign-in', '/admin/confirm?next=/admin/confirm', '/admin/reset?token=x'],
  ])
    assert.equal(safeNext(next), '/admin', String(next))
})
