import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is known again, and no other is', async () => {
  const hash = await hashPassword('a river with three borders')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.ok(await verifyPassword({ password: 'a river with three borders', hash }))
  assert.ok(!(await verifyPassword({ password: 'a river with three border', hash })))
  assert.ok(!(await verifyPassword({ password: '', hash })))
})

test('the same password is never stored alike twice', async () => {
  assert.notEqual(await hashPassword('twice the same words'), await hashPassword('twice the same words'))
})

test('one word typed on two keyboards is one password', async () => {
  const hash = await hashPassword('пароль: ёлка и река')
  assert.ok(await verifyPassword({ password: 'пароль: ёлка и река'.normalize('NFD'), hash }))
})

test('a hash of the reference implementation is understood', async () => {
  // Vector of github.com/P-H-C/phc-winner-argon2 (test.c): argon2id, v 0x13, t 2, m 65536, p 1, "password", "somesalt".
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.ok(await verifyPassword({ password: 'password', hash }))
})

test('what is no hash of ours lets nobody in', async () => {
  for (const hash of ['', 'x', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$AAAA', '$2b$10$abcdefghijklmnopqrstuv'])
    assert.ok(!(await verifyPassword({ password: 'password', hash })), hash)
})
