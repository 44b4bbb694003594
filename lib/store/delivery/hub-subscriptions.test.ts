import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { hour, noon } from '#lib/store/testing/newsroom.ts'
import { askSubscriber, keepSubscription } from './hub-subscriptions.ts'

const db = withDatabase()
const topic = 'https://news.example/latest.rss'
const ask = (callback: string, now = noon, mode: 'subscribe' | 'unsubscribe' = 'subscribe') =>
  askSubscriber({ topic, callback, mode, leaseSeconds: 3_600, secret: null, now })

test('one host is asked a bounded number of times in an hour, whatever stands behind its name', async () => {
  const asked: boolean[] = []
  for (let number = 0; number < 120; number += 4)
    asked.push(...(await Promise.all([0, 1, 2, 3].map((more) => ask(`https://victim.example/?n=${number + more}`)))))
  assert.equal(asked.filter(Boolean).length, 100)
  assert.ok(await ask('https://victim.example.net/hook'))
  assert.ok(await ask('https://victim.example:8443/hook'))
  assert.ok(!(await ask('https://victim.example/other')))
  assert.ok(await ask('https://victim.example/other', hour(2)))
})

test('what waits for all hosts is bounded', async () => {
  await db.query(`
    INSERT INTO "Delivery" ("channel", "target", "cargo", "nextAt")
    SELECT 'hub_verify', 'https://h' || n || '.example/', '{}', now() FROM generate_series(1, 2000) n`)
  assert.ok(!(await ask('https://reader.example/hook')))
  await db.query('TRUNCATE "Delivery"')
  assert.ok(await ask('https://reader.example/hook'))
})

test('a hub that is full takes nobody new, and lets those who are there go on or leave', async () => {
  const callback = 'https://reader.example/hook'
  await keepSubscription({ topic, callback, secret: null, leaseUntil: hour(5), now: noon })
  await db.query(`
    INSERT INTO "HubSubscription" ("topic", "callback", "leaseUntil")
    SELECT '${topic}', 'https://h' || n || '.example/', '2026-06-16' FROM generate_series(1, 10000) n`)
  assert.ok(!(await ask('https://late.example/hook')))
  assert.ok(await ask(callback))
  assert.ok(await ask('https://late.example/hook', noon, 'unsubscribe'))
})
