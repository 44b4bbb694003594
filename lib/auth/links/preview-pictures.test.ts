import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'

const secret = 'a secret of thirty-two characters'
process.env.AUTH_SECRET = secret
const { previewPictureToken, readPreviewPictureToken } = await import('./preview-pictures.ts')
const { sessionTokenIn } = await import('../session-cookie.ts')

test('a picture token of a preview is read back, and fits where a public one stands', () => {
  for (const [linkId, pictureId] of [
    [1, 1],
    [2_147_483_647, 2_147_483_647],
  ] as const) {
    const token = previewPictureToken(linkId, pictureId)
    assert.match(token, /^[A-Za-z0-9_-]{16,64}$/)
    assert.deepEqual(readPreviewPictureToken(token), { linkId, pictureId })
  }
})

test('a token for another picture or link, or of nobody, is none', () => {
  const token = previewPictureToken(7, 8)
  const forged = [token.replace('-7-', '-6-'), token.replace('-8-', '-9-'), `${token}x`, 'k3vYw0Zc9mQx7rTd', '']
  for (const one of [...forged, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`])
    assert.equal(readPreviewPictureToken(one), null, one)
})

test('a session is read only from a cookie that we signed', () => {
  const cookie = (value: string, by = secret) =>
    encodeURIComponent(`${value}.${createHmac('sha256', by).update(value).digest('base64')}`)
  assert.equal(sessionTokenIn(`a=b; masthead.session_token=${cookie('abc')}; c=d`), 'abc')
  assert.equal(sessionTokenIn(`__Secure-masthead.session_token=${cookie('abc')}`), 'abc')
  const refused = [undefined, '', 'masthead.session_token=abc', 'masthead.session_token=%E0%A4%A', 'x=y']
  for (const one of [...refused, `masthead.session_token=${cookie('abc', 'another secret of 32 characters!!')}`])
    assert.equal(sessionTokenIn(one), null, one)
})
