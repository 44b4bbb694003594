import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

/** A breaking strip on every page of an edition. It starts and expires by itself: pages know both moments in advance. */
export async function createAlert(alert: {
  readonly editionId: number
  readonly text: string
  readonly articleId: number | null
  readonly startsAt: Date
  readonly expiresAt: Date
  readonly by: Editor
  readonly now: Date
}): Promise<number> {
  const { by, now, ...data } = alert
  return inTransaction(async (database) => {
    const { id } = await database.breakingAlert.create({ data: { ...data, createdAt: now } })
    const detail = { alertId: id, editionId: data.editionId }
    await announce({ kind: 'alert.create', tags: [tags.chrome(data.editionId)], isHard: false, detail })
    await appendAudit({
      actor: by.name,
      action: 'alert.create',
      subject: `alert:${id}`,
      details: { text: data.text },
      at: now,
    })
    return id
  })
}
