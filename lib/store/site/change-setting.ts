import type { Expiry } from '#lib/domain/workflow/expiry.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { type Database, inTransaction } from '#lib/store/database/client.ts'
import type { Prisma } from '#lib/store/generated/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

/** Writes one setting of the whole site, and tells that it changed. `also` goes with it or not at all. */
export async function changeSetting(change: {
  readonly key: string
  readonly value: Prisma.InputJsonValue
  /** What is out of date with it; by itself nothing that readers see. */
  readonly expiry?: Expiry
  readonly by: string
  readonly now: Date
  readonly also?: (database: Database) => Promise<unknown>
}): Promise<void> {
  const { key, value, expiry = { tags: [], isHard: false }, by, now, also } = change
  await inTransaction(async (open) => {
    await open.setting.upsert({
      where: { key },
      create: { key, value, changedAt: now },
      update: { value, changedAt: now },
    })
    await also?.(open)
    await announce({ kind: 'setting.change', ...expiry, detail: { key } })
    await appendAudit({ actor: by, action: 'setting.change', subject: `setting:${key}`, details: { value }, at: now })
  })
}
