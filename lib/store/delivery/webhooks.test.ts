import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { noon } from '#lib/store/testing/newsroom.ts'
import { createWebhook, renewWebhookSecret } from './webhooks.ts'

const db = withDatabase()

test('the audit trail says who is told, and neither the address that is a secret nor the salt', async () => {
  const webhook = { name: 'Chat', url: 'https://chat.example/hooks/T0/very-secret', editionId: null }
  const { id, salt } = await createWebhook({ ...webhook, by: 'test', now: noon })
  const renewed = await renewWebhookSecret({ id, by: 'test', now: noon })
  assert.ok(renewed.ok && renewed.value.salt !== salt)
  const events = await db.query<{ action: string; details: object }>(
    `SELECT "action", "details" FROM "AuditEvent" WHERE "action" LIKE 'webhook.%' ORDER BY "id"`,
  )
  assert.deepEqual(events, [
    { action: 'webhook.create', details: { name: 'Chat', url: 'https://chat.example', editionId: null } },
    { action: 'webhook.renew-secret', details: {} },
  ])
})
