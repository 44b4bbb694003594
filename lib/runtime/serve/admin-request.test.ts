import assert from 'node:assert/strict'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { prepareAdminRequest } from './admin-request.ts'

function prepared(url: string, headers: Readonly<Record<string, string>> = {}, peer = '203.0.113.9') {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  request.url = url
  Object.assign(request.headers, headers)
  const response = new ServerResponse(request)
  prepareAdminRequest(request, response, { dev: false, isSecure: true })
  return { request, response }
}

test('each page of the newsroom gets a nonce of its own, the same in request and answer', () => {
  const policies = [prepared('/admin'), prepared('/admin')].map(({ request, response }) => {
    assert.equal(request.headers['content-security-policy'], response.getHeader('Content-Security-Policy'))
    return String(response.getHeader('Content-Security-Policy'))
  })
  assert.notEqual(policies[0], policies[1])
  assert.match(policies[0] ?? '', /script-src 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
})

test('pages of readers are left alone, but what only we write never comes from outside', () => {
  const forged = { 'x-masthead-address': '1.2.3.4', 'content-security-policy': "script-src 'nonce-mine'" }
  const { request, response } = prepared('/_/latest', forged)
  assert.equal(request.headers['x-masthead-address'], undefined)
  assert.equal(request.headers['content-security-policy'], undefined)
  assert.deepEqual(response.getHeaderNames(), [])
})

test('an address is the connection’s, or what a proxy of ours wrote last', () => {
  const addressOf = (forwarded: string, peer: string) =>
    prepared('/admin', { 'x-forwarded-for': forwarded, 'x-masthead-address': '6.6.6.6' }, peer).request.headers[
      'x-masthead-address'
    ]
  assert.equal(addressOf('6.6.6.6', '203.0.113.9'), '203.0.113.9')
  assert.equal(addressOf('6.6.6.6, 198.51.100.7', '127.0.0.1'), '198.51.100.7')
  assert.equal(addressOf('6.6.6.6, 198.51.100.7', '::ffff:10.0.0.2'), '198.51.100.7')
  assert.equal(addressOf('nonsense', '127.0.0.1'), '127.0.0.1')
})

test('the hub knows who asks, and nothing else', () => {
  const { request, response } = prepared('/websub', { 'x-masthead-address': '6.6.6.6' })
  assert.equal(request.headers['x-masthead-address'], '203.0.113.9')
  assert.deepEqual(response.getHeaderNames(), [])
})

test('the place to come back to is the page, not Next’s request for a part of it', () => {
  const { request } = prepared('/admin/articles?state=draft&_rsc=1abc')
  assert.equal(request.headers['x-masthead-path'], '/admin/articles?state=draft')
})
