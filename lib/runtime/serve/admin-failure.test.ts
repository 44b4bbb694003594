import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { wordAdminFailures } from './admin-failure.ts'
import { prepareAdminRequest } from './admin-request.ts'

const navigation = { accept: 'text/html,*/*', 'accept-language': 'fa,en;q=0.5' }

async function asked(
  render: (response: ServerResponse) => void,
  { path = '/admin/topics', method = 'GET', headers = navigation as Readonly<Record<string, string>> } = {},
) {
  const server = createServer((request, response) => {
    prepareAdminRequest(request, response, { dev: false, isSecure: true })
    wordAdminFailures(request, response)
    render(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  } finally {
    server.close()
  }
}

/** As Next does it: a head, parts of a page, an end. */
const failed = (response: ServerResponse) => {
  response.statusCode = 500
  response.setHeader('Content-Type', 'text/html')
  response.setHeader('ETag', '"of-the-other-page"')
  response.write('<html id="__next_error__">')
  response.write('This page couldn’t load')
  response.end('</html>')
}

test('a page that could not be made is answered in the language of the browser, and keeps its status and policy', async () => {
  const { status, headers, text } = await asked(failed)
  assert.equal(status, 500)
  assert.match(text, /^<!DOCTYPE html>\n<html lang="fa" dir="rtl">/)
  assert.doesNotMatch(text, /couldn’t load/)
  assert.equal(headers.get('etag'), null)
  assert.equal(headers.get('cache-control'), 'private, no-store')
  const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
  assert.ok(nonce && text.includes(`<style nonce="${nonce}">`))
})

test('whatever way it is written', async () => {
  const ways: readonly ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(500, { 'Content-Type': 'text/html' }).end('This page couldn’t load'),
    (response) => {
      response.statusCode = 503
      response.end('This page couldn’t load')
    },
    (response) => {
      response.statusCode = 500
      response.flushHeaders()
      response.end('This page couldn’t load')
    },
  ]
  for (const way of ways) assert.match((await asked(way)).text, /lang="fa"[\s\S]*<\/html>\n$/)
  assert.equal((await asked(failed, { method: 'HEAD' })).text, '')
})

test('parts of a page, actions, files, other addresses and what did not fail are answered as they were', async () => {
  const other = [
    { headers: { ...navigation, rsc: '1' } },
    { headers: { accept: 'text/x-component' } },
    { method: 'POST' },
    { path: '/latest' },
    { path: '/administration' },
  ]
  for (const question of other) assert.match((await asked(failed, question)).text, /couldn’t load/)
  const fine = await asked((response) => response.writeHead(404, { 'X-Own': 'kept' }).end('not here'))
  assert.deepEqual([fine.status, fine.headers.get('x-own'), fine.text], [404, 'kept', 'not here'])
})
