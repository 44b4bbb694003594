import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from '../parse-form.ts'
import { crawlersForm, newEditionForm, orderForm, sessionForm, siteForm } from './site-forms.ts'

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const edition = {
  ...{
    key: 'de',
    locale: 'de',
    direction: 'ltr',
    timeZone: 'Europe/Berlin',
    name: 'N',
    tagline: 'T',
    description: 'D',
  },
  ...{ footerText: '', like: '' },
}
const wrong = (fields: Readonly<Record<string, string>>) => {
  const parsed = parseForm(newEditionForm, formOf({ ...edition, ...fields }))
  return parsed.ok ? null : parsed.error.errors
}

test('an edition has a prefix of its shape, a language and a zone that are known', () => {
  assert.equal(wrong({}), null)
  for (const key of ['x', 'english', 'de-latn-1']) assert.ok(wrong({ key })?.key, key)
  assert.deepEqual(wrong({ locale: 'not a tag' }), { locale: ['language'] })
  assert.deepEqual(wrong({ timeZone: 'Mars/Olympus' }), { timeZone: ['zone'] })
})

test('an order names each row once', () => {
  const parse = (ids: string) => parseForm(orderForm, formOf({ id: '1', what: 'blogs', ids })).ok
  assert.deepEqual([parse('3,1,2'), parse('1,1'), parse(''), parse('a')], [true, false, false, false])
})

const site = {
  ...{ seenAt: '2026-01-01T00:00:00.000Z', name: 'N', legalName: 'L', wordmark: '', email: '', socials: '' },
  ...{ timeZone: 'UTC', principlesSlug: '', correctionsSlug: '', ownershipSlug: '' },
}

test('profiles elsewhere are https addresses, empty fields are nothing', () => {
  const parsed = parseForm(siteForm, formOf(site))
  assert.ok(parsed.ok)
  assert.deepEqual([parsed.value.wordmark, parsed.value.email, parsed.value.principlesSlug], [null, null, null])
  assert.equal(parseForm(siteForm, formOf({ ...site, socials: 'mailto:a@example.org' })).ok, false)
  assert.equal(parseForm(siteForm, formOf({ ...site, email: 'x' })).ok, false)
})

test('a session lasts one of the lengths, and crawlers are those we know', () => {
  assert.equal(parseForm(sessionForm, formOf({ days: '13' })).ok, false)
  const crawlers = parseForm(crawlersForm, formOf({ allowed: 'GPTBot' }))
  assert.ok(crawlers.ok)
  assert.deepEqual(crawlers.value.allowed, ['GPTBot'])
  const none = parseForm(crawlersForm, formOf({ allowed: 'EvilBot\nDisallow: /' }))
  assert.ok(none.ok && none.value.allowed.length === 0)
})
