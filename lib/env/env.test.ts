import assert from 'node:assert/strict'
import { isAbsolute } from 'node:path'
import { test } from 'node:test'
import { type Env, envMessage, parseEnv, withoutPassword } from './env.ts'

function parsed(record: Record<string, string>): Env {
  const result = parseEnv(record)
  assert.ok(result.ok, 'refused')
  return result.value
}

function badNames(record: Record<string, string>): readonly string[] {
  const result = parseEnv(record)
  return result.ok ? [] : result.error.map((error) => error.name)
}

test('with nothing set, every value has a default', () => {
  const env = parsed({})
  assert.equal(env.port, 3000)
  assert.equal(env.host, null)
  assert.equal(env.databaseUrl, null)
  assert.equal(env.siteUrl, 'http://localhost:3000')
  assert.equal(env.cacheMemoryBytes, 64 * 1024 * 1024)
  assert.ok(env.webConcurrency >= 1 && env.webConcurrency <= 4)
  assert.ok(isAbsolute(env.varDir))
})

test('an empty or blank variable counts as unset', () => {
  assert.deepEqual(parsed({ PORT: '', SITE_URL: '  ', DATABASE_URL: '' }), parsed({}))
})

test('the public address follows the port unless it is given', () => {
  assert.equal(parsed({ PORT: '8080' }).siteUrl, 'http://localhost:8080')
  assert.equal(parsed({ PORT: '8080', SITE_URL: 'https://news.example/' }).siteUrl, 'https://news.example')
})

test('good values are taken', () => {
  const records: readonly Record<string, string>[] = [
    { PORT: '1' },
    { PORT: '65535' },
    { HOST: '127.0.0.1' },
    { HOST: '::1' },
    { HOST: 'localhost' },
    { DATABASE_URL: 'postgres://a:b@db:5432/news' },
    { DATABASE_URL: 'postgresql://db/news?sslmode=require' },
    { WEB_CONCURRENCY: '64' },
    { CACHE_MEMORY_MB: '8' },
  ]
  for (const record of records) assert.deepEqual(badNames(record), [], JSON.stringify(record))
})

test('bad values are refused by name', () => {
  for (const [name, values] of Object.entries({
    PORT: ['0', '65536', '3000x', '-1', '1e3', '0x10', '3000.5', 'http'],
    HOST: ['http://x', 'a b', 'a/b'],
    DATABASE_URL: ['mysql://a/b', 'localhost:5432', 'postgres://host', 'postgres://host/', 'nonsense'],
    WEB_CONCURRENCY: ['0', '65', 'two'],
    SITE_URL: ['news.example', 'ftp://news.example', 'https://news.example/path', 'https://u@news.example/', 'x'],
    CACHE_DISK_MB: ['1', 'lots'],
    CDN_TAG_HEADER: ['cache-tag', 'X-Tags'],
    CACHE_MEMORY_MB: ['7', '64MB', '999999'],
    AUTH_SECRET: ['too short'],
    SMTP_URL: ['mail.example', 'http://mail.example'],
    MAIL_FROM: ['nobody', 'A <a@b>\nBcc: c@d'],
  })) {
    for (const value of values) assert.deepEqual(badNames({ [name]: value }), [name], `${name}=${value}`)
  }
})

test('the newsroom stands beside the reader site, or at a host of its own', () => {
  const beside = parsed({ SITE_URL: 'https://news.example' })
  assert.deepEqual([beside.adminUrl, beside.adminHost], ['https://news.example', null])
  const own = parsed({ SITE_URL: 'https://news.example', ADMIN_URL: 'https://Desk.news.example:8443/' })
  assert.deepEqual([own.adminUrl, own.adminHost], ['https://desk.news.example:8443', 'desk.news.example:8443'])
  for (const ADMIN_URL of ['http://admin.localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    assert.equal(parsed({ ADMIN_URL }).adminUrl, ADMIN_URL)
})

test('a newsroom is refused that cookies could not keep apart from readers, or that they crossed in the clear', () => {
  for (const ADMIN_URL of [
    'http://desk.example',
    'http://localhost.example',
    'https://desk.example/admin',
    'desk.example',
  ])
    assert.deepEqual(badNames({ ADMIN_URL }), ['ADMIN_URL'], ADMIN_URL)
  assert.deepEqual(badNames({ ADMIN_URL: 'http://localhost:4000' }), ['ADMIN_URL'])
  const result = parseEnv({ SITE_URL: 'https://news.example', ADMIN_URL: 'https://news.example:8443' })
  assert.ok(!result.ok)
  assert.match(
    envMessage(result.error),
    /^ADMIN_URL is "https:\/\/news.example:8443", but must be the https:\/\/ origin/,
  )
})

test('one message names every bad variable, its value and what is allowed', () => {
  const result = parseEnv({ PORT: 'http', SITE_URL: 'x', WEB_CONCURRENCY: '2' })
  assert.ok(!result.ok)
  const message = envMessage(result.error)
  assert.equal(message.split('\n').length, 2)
  assert.match(message, /^PORT is "http", but must be a whole number from 1 to 65535/)
  assert.match(message, /\nSITE_URL is "x", but must be the http:\/\/ or https:\/\/ origin/)
})

test('letters need both who hands them over and who they are from', () => {
  assert.equal(parsed({}).mail, null)
  assert.deepEqual(badNames({ SMTP_URL: 'smtp://mail.example' }), ['MAIL_FROM'])
  assert.deepEqual(badNames({ MAIL_FROM: 'desk@news.example' }), ['SMTP_URL'])
  assert.deepEqual(parsed({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Desk <desk@news.example>' }).mail, {
    smtpUrl: 'smtp://mail.example',
    from: 'Desk <desk@news.example>',
  })
})

test('a secret never stands in a message', () => {
  const result = parseEnv({ AUTH_SECRET: 's3cret' })
  assert.ok(!result.ok)
  assert.doesNotMatch(envMessage(result.error), /s3cret/)
})

test('a database password never stands in a message', () => {
  const result = parseEnv({ DATABASE_URL: 'mysql://editor:s3cret@db/news' })
  assert.ok(!result.ok)
  assert.doesNotMatch(envMessage(result.error), /s3cret/)
  assert.equal(withoutPassword('postgres://editor:s3:cr@et@db/news'), 'postgres://editor:***@db/news')
  assert.equal(withoutPassword('postgres://db/news'), 'postgres://db/news')
})

test('parsed values cannot be changed', () => {
  assert.throws(() => Object.assign(parsed({}), { port: 1 }), TypeError)
})
