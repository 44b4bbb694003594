import assert from 'node:assert/strict'
import { test } from 'node:test'
import { previewState } from './preview.ts'

const at = (hours: number) => new Date(Date.UTC(2026, 10, 22, hours))

test('a preview is open until its end, closed at it, and revoked for good', () => {
  const link = { expiresAt: at(12), revokedAt: null }
  assert.equal(previewState(link, at(11)), 'open')
  assert.equal(previewState(link, at(12)), 'expired')
  assert.equal(previewState({ ...link, revokedAt: at(10) }, at(11)), 'revoked')
  assert.equal(previewState({ ...link, revokedAt: at(10) }, at(13)), 'revoked')
})
