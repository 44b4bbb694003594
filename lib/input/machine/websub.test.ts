import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subscriptionForm } from './websub.ts'

const asked = {
  'hub.mode': 'subscribe',
  'hub.topic': 'https://news.example/latest.rss',
  'hub.callback': 'https://reader.example/hook?id=7',
}
const read = (more: Record<string, string> = {}) => subscriptionForm.safeParse({ ...asked, ...more })

test('a plain request has a lease of ten days and no secret', () => {
  assert.deepEqual(read().data, {
    mode: 'subscribe',
    topic: 'https://news.example/latest.rss',
    callback: 'https://reader.example/hook?id=7',
    leaseSeconds: 864_000,
    secret: null,
  })
})

test('a callback has one spelling', () => {
  const { data } = read({ 'hub.callback': 'HTTPS://Reader.Example:443/hook' })
  assert.equal(data?.callback, 'https://reader.example/hook')
})

test('a lease is kept within an hour and a month', () => {
  assert.equal(read({ 'hub.lease_seconds': '1' }).data?.leaseSeconds, 3_600)
  assert.equal(read({ 'hub.lease_seconds': '99999999' }).data?.leaseSeconds, 2_592_000)
  assert.equal(read({ 'hub.lease_seconds': 'long' }).data?.leaseSeconds, 864_000)
})

for (const [name, more] of [
  ['another mode', { 'hub.mode': 'publish' }],
  ['a callback that is no web address', { 'hub.callback': 'file:///etc/passwd' }],
  ['a callback with a password', { 'hub.callback': 'https://me:secret@reader.example/' }],
  ['a callback with a password alone', { 'hub.callback': 'https://:secret@reader.example/' }],
  ['a callback with a fragment', { 'hub.callback': 'https://reader.example/#x' }],
  ['no topic', { 'hub.topic': '' }],
  ['a secret of 200 bytes', { 'hub.secret': 'x'.repeat(200) }],
] as const)
  test(`${name} is refused`, () => assert.equal(read(more).success, false))
