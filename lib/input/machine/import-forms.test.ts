import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importAnnouncement, isSiteAddress } from './import-forms.ts'

test('a file is announced by a name that a database can hold', () => {
  assert.equal(importAnnouncement.parse({ fileName: ' site\u0000.xml ', bytes: 1 }).fileName, 'site .xml')
  for (const fileName of ['', ' \u0000 ', 'a\ud800', 'x'.repeat(256)])
    assert.equal(importAnnouncement.safeParse({ fileName, bytes: 1 }).success, false)
})

test('another site is named by a whole address, without a password', () => {
  assert.ok(isSiteAddress('https://old.example/news'))
  for (const address of ['old.example', 'ftp://old.example', 'https://user:secret@old.example'])
    assert.equal(isSiteAddress(address), false, address)
})
