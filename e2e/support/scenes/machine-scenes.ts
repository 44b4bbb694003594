import { expect } from '@playwright/test'
import { newToken } from '#lib/auth/links/token.ts'
import { noCounts } from '#lib/domain/imports/import-run.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { createWebhook, switchWebhook } from '#lib/store/delivery/webhooks.ts'
import { createRun, endRun, noteStep } from '#lib/store/imports/import-runs.ts'
import { createApiKey } from '#lib/store/keys/api-keys.ts'
import type { Colleague } from '../people/sign-in.ts'
import { at, openAll, pressUntil, type Scene } from './scene.ts'

const nowhere = { editionId: null, blogId: null, topicId: null }

/** The pages about other programs: what they are told, what they may ask, what comes from them. */
export const machineScenes: readonly Scene[] = [
  {
    ...{ name: 'deliveries to a stopped webhook', route: '/admin/deliveries', as: 'administrator' },
    async open(page, me) {
      await at(`/admin/deliveries?webhook=${await makeWebhook(me)}`)(page, me)
      await expect(page.locator('form[id^=again-]')).toBeVisible()
      await openAll(page)
    },
  },
  {
    ...{ name: 'secret of a webhook', route: '/admin/deliveries', as: 'administrator' },
    async open(page, me) {
      const id = await makeWebhook(me)
      await at('/admin/deliveries')(page, me)
      const row = page.locator('tr', { has: page.locator(`form[id$="-${id}"]`) })
      const renew = page.locator(`#renew-${id} button[type=submit]`)
      await pressUntil(row.locator('button[type=button]').first(), renew)
      await pressUntil(renew, page.locator('code.secret'))
    },
  },
  {
    ...{ name: 'no delivery fits', route: '/admin/deliveries', as: 'administrator' },
    open: at('/admin/deliveries?webhook=999999999'),
  },
  {
    ...{ name: 'partner keys, one of them new', route: '/admin/keys', as: 'administrator' },
    async open(page, me) {
      const { hash, token } = newToken()
      const name = `Partner ${me.id.slice(0, 6)}`
      const key = { name, place: nowhere, tokenHash: hash, hint: token.slice(0, 8), by: me, now: new Date() }
      await createApiKey(key)
      await at('/admin/keys')(page, me)
      await page.locator('#key input[name=name]').fill(`${name} again`)
      await page.locator('#key button[type=submit]').click()
      await expect(page.locator('code.secret')).toBeVisible()
      await openAll(page)
    },
  },
  {
    ...{ name: 'files to import', route: '/admin/import', as: 'administrator' },
    async open(page, me) {
      await makeRun(me, 'done')
      await at('/admin/import')(page, me)
      await expect(page.locator('main tbody tr').first()).toBeVisible()
    },
  },
  {
    ...{ name: 'report of an import', route: '/admin/import/[id]', as: 'administrator' },
    open: async (page, me) => at(`/admin/import/${await makeRun(me, 'done')}?kind=shortcode`)(page, me),
  },
  {
    ...{ name: 'an import that failed', route: '/admin/import/[id]', as: 'administrator' },
    open: async (page, me) => at(`/admin/import/${await makeRun(me, 'failed')}`)(page, me),
  },
]

/** A webhook that is told nothing, and what could not be delivered to it. */
async function makeWebhook(me: Colleague): Promise<number> {
  const [by, now, url] = [me.name, new Date(), 'https://partner.example/told']
  return inTransaction(async (open) => {
    const { id } = await createWebhook({ name: `Of ${me.id.slice(0, 6)}`, url, editionId: null, by, now })
    await switchWebhook({ id, isOn: false, by, now })
    const tried = { attempts: 8, status: 500, problem: 'Internal Server Error' }
    const cargo = { event: { type: 'article.published' } }
    await open.delivery.create({ data: { channel: 'webhook', target: url, webhookId: id, cargo, ...tried } })
    return id
  })
}

/** A file that was looked through, or that was none. */
async function makeRun(me: Colleague, state: 'done' | 'failed'): Promise<number> {
  const [by, now] = [me.name, new Date()]
  const options = { editionId: 1, blogId: null, fetches: false }
  const fileName = `paper-${me.id.slice(0, 6)}.xml`
  return inTransaction(async () => {
    const file = { fileKey: newToken().hash, fileName, bytes: 2_000, state: 'running', isDry: true } as const
    const id = await createRun({ ...file, options, by, now })
    const losses = [
      { item: 'https://old.example/2020/05/blocks/', kind: 'shortcode', detail: '[su_box title="A box"]' },
      { item: 'https://old.example/2020/05/blocks/', kind: 'picture-missing', detail: 'https://old.example/gone.jpg' },
    ] as const
    const counts = { ...noCounts, total: 12, created: 10, skipped: 2, losses: losses.length }
    const run = { id, startedAt: now }
    if (state === 'done') await noteStep({ run, format: 'wxr', source: 'old.example', counts, losses, now })
    await endRun({ run, state, problem: state === 'failed' ? 'internal' : null, now })
    return id
  })
}
