import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliveryQuery, deliverySettingsForm, webhookForm } from './delivery-forms.ts'

const hubsOf = (hubs: string) => deliverySettingsForm.safeParse({ hubs }).data?.hubs

test('hubs come one a line, once each, spelled as a header can say them', () => {
  assert.deepEqual(hubsOf(''), [])
  assert.deepEqual(hubsOf('https://hub.example\n https://HUB.example/ '), ['https://hub.example/'])
  assert.deepEqual(hubsOf('https://хаб.рф/новости?a=<b>'), [
    'https://xn--80ac2d.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=%3Cb%3E',
  ])
})

test('what is no web address is no hub, and six are too many', () => {
  for (const hubs of ['ftp://hub.example/', 'hub.example', 'https://me:secret@hub.example/', 'javascript:alert(1)'])
    assert.equal(hubsOf(hubs), undefined, hubs)
  assert.equal(hubsOf(Array.from({ length: 6 }, (_, number) => `https://h${number}.example/`).join('\n')), undefined)
})

test('the address of a webhook is spelled as it is asked', () => {
  const read = (url: string) => webhookForm.safeParse({ name: 'Partner', url, edition: '' })
  assert.equal(read(' https://пример.рф/крюк ').data?.url, 'https://xn--e1afmkfd.xn--p1ai/%D0%BA%D1%80%D1%8E%D0%BA')
  assert.deepEqual(
    read('nothing').error?.issues.map(({ message }) => message),
    ['webAddress'],
  )
})

test('a question to the log that can have no answer is a question for everything', () => {
  const nothing = { state: null, channel: null, webhook: null, before: null }
  for (const webhook of ['', 'x', '0', '-1', '1.5', '2147483648', '1e400'])
    assert.deepEqual(deliveryQuery.parse({ ...nothing, webhook }), nothing, webhook)
  assert.equal(deliveryQuery.parse({ ...nothing, webhook: '7' }).webhook, 7)
})
