import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlainGet } from './plain-get.ts'

const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`

test('a plain GET is read', () => {
  const text = head(
    'GET /ky/blog?before=1 HTTP/1.1',
    'HOST: news.example:3000',
    'User-Agent: x (y; z)',
    'Cookie: a=b',
    'accept-encoding:gzip, br ',
    'If-None-Match: "a", W/"b"',
    'Connection: Keep-Alive',
  )
  assert.deepEqual(readPlainGet(text), {
    url: '/ky/blog?before=1',
    host: 'news.example:3000',
    acceptEncoding: 'gzip, br',
    ifNoneMatch: '"a", W/"b"',
  })
})

const leftToTheParser: readonly (readonly [what: string, text: string])[] = [
  ['another method', head('POST / HTTP/1.1', 'Host: a')],
  ['HEAD', head('HEAD / HTTP/1.1', 'Host: a')],
  ['no host', head('GET / HTTP/1.1', 'Accept: */*')],
  ['an empty host', head('GET / HTTP/1.1', 'Host: ')],
  ['two hosts', head('GET / HTTP/1.1', 'Host: a', 'Host: b')],
  ['two Accept-Encodings', head('GET / HTTP/1.1', 'Host: a', 'Accept-Encoding: br', 'accept-encoding: gzip')],
  ['HTTP/1.0', head('GET / HTTP/1.0', 'Host: a')],
  ['absolute form', head('GET http://a/ HTTP/1.1', 'Host: a')],
  ['a space in the target', head('GET /a b HTTP/1.1', 'Host: a')],
  ['a body by length', head('GET / HTTP/1.1', 'Host: a', 'Content-Length: 5')],
  ['a body in chunks', head('GET / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked')],
  ['a length with a space before its colon', head('GET / HTTP/1.1', 'Host: a', 'Content-Length : 5')],
  ['an upgrade', head('GET / HTTP/1.1', 'Host: a', 'Upgrade: websocket', 'Connection: Upgrade')],
  ['a connection that ends', head('GET / HTTP/1.1', 'Host: a', 'Connection: close')],
  ['an expectation', head('GET / HTTP/1.1', 'Host: a', 'Expect: 100-continue')],
  ['two requests', head('GET / HTTP/1.1', 'Host: a') + head('GET / HTTP/1.1', 'Host: a')],
  ['a request and a bit', `${head('GET / HTTP/1.1', 'Host: a')}GET`],
  ['half a head', 'GET / HTTP/1.1\r\nHost: a\r\n'],
  ['bare line feeds', 'GET / HTTP/1.1\nHost: a\r\n\r\n'],
  ['a bare carriage return', head('GET / HTTP/1.1', 'Host: a\rX: b')],
  ['a folded line', head('GET / HTTP/1.1', 'Host: a', ' b')],
  ['a line without a colon', head('GET / HTTP/1.1', 'Host: a', 'b')],
  ['a line without a name', head('GET / HTTP/1.1', 'Host: a', ': b')],
  ['a NUL', head('GET / HTTP/1.1', 'Host: a', 'X: \0')],
  ['bytes beyond ASCII', head('GET /\xe9 HTTP/1.1', 'Host: a')],
  ['nothing', ''],
]

for (const [what, text] of leftToTheParser) {
  test(`${what} is left to the parser`, () => assert.equal(readPlainGet(text), null))
}
