import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentPolicy, securityHeaders } from './policy.ts'

test('a page without inline parts may run and style nothing', () => {
  const policy = contentPolicy({ styles: [], rules: [], hasLinkedStyles: false })
  assert.match(policy, /default-src 'none'; script-src 'none'; style-src 'none'/)
  assert.match(policy, /connect-src 'self'/)
  assert.doesNotMatch(policy, /unsafe/)
})

test('inline parts are allowed by their hash alone', () => {
  const policy = contentPolicy({ styles: ['p{}', 'p{}'], rules: ['{}'], hasLinkedStyles: false })
  // printf 'p{}' | openssl sha256 -binary | base64
  assert.match(policy, /style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=';/)
  assert.match(policy, /script-src 'sha256-RBNvo1WzZ4oRRq0W9\+hknpT7T8If536DEMBg9hyq\/4o=';/)
})

test('only a secure site asks for secure connections', () => {
  const names = (url: string) => securityHeaders(url).map(([name]) => name)
  assert.ok(names('https://news.example').includes('Strict-Transport-Security'))
  assert.ok(!names('http://localhost:3000').includes('Strict-Transport-Security'))
})
