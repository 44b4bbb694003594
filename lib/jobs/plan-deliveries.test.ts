import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicChange } from '#lib/domain/delivery/public-change.ts'
import { feedsShowing, planDeliveries } from './plan-deliveries.ts'

const change: PublicChange = {
  ...{ outboxId: 1n, at: new Date('2026-11-22T10:00:00Z'), kind: 'article.publish', from: 'draft', to: 'published' },
  article: {
    ...{ id: 7, isPublished: true, headline: 'Bridge opens', slug: 'bridge-opens', blogSlug: 'rivers' },
    ...{ firstPublishedAt: new Date('2026-11-22T10:00:00Z'), textChangedAt: null },
    edition: { id: 2, key: 'ky', isDefault: false, locale: 'ky' },
  },
  lists: { blogSlugs: ['rivers'], topicSlugs: ['water'], contributorSlugs: ['desk'], hasCorrections: false },
}
const ground = {
  siteUrl: 'https://news.example',
  indexNowUrl: 'https://search.example/indexnow',
  settings: { hubs: [], indexNowKey: null },
  targets: { webhooks: [], followed: [] },
}

test('by itself nobody is told', () => assert.deepEqual(planDeliveries(change, ground), []))

test('search engines are told of the address, where the newsroom wants that', () => {
  const settings = { hubs: [], indexNowKey: '0123456789abcdef0123456789abcdef' }
  const [delivery] = planDeliveries(change, { ...ground, settings })
  assert.equal(delivery?.target, 'https://search.example/indexnow')
  assert.deepEqual(delivery?.cargo, { channel: 'index_now', urls: ['https://news.example/ky/rivers/bridge-opens'] })
})

test('followers hear of the feeds that show the article, and of no others', () => {
  const callback = 'https://reader.example/hook'
  const followed = [
    '/ky/latest.rss',
    '/latest.rss',
    '/ky/topic/water.atom',
    '/ky/topic/history.atom',
    '/site.json',
  ].map((path) => ({ topic: `https://news.example${path}`, callback }))
  const planned = planDeliveries(change, { ...ground, targets: { webhooks: [], followed } })
  assert.deepEqual(
    planned.map(({ cargo }) => cargo.channel === 'hub_content' && new URL(cargo.topic).pathname),
    ['/ky/latest.rss', '/ky/topic/water.atom', '/site.json'],
  )
})

test('a correction is told to those who follow corrections', () => {
  const paths = feedsShowing({ ...change, lists: { ...change.lists, hasCorrections: true } })
  assert.ok(paths.includes('/ky/corrections.rss'))
  assert.ok(!feedsShowing(change).includes('/ky/corrections.rss'))
})

test('what readers see as before is told to nobody', () => {
  const settings = { hubs: ['https://hub.example/'], indexNowKey: null }
  assert.deepEqual(planDeliveries({ ...change, kind: 'article.edit', from: 'published' }, { ...ground, settings }), [])
})
