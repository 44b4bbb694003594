import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

export type PageRefusal = { readonly kind: 'no-such-page' } | { readonly kind: 'stale'; readonly version: number }

/** Replaces what a static page says. */
export async function changePage(change: {
  readonly editionId: number
  readonly slug: string
  readonly version: number
  readonly title: string
  readonly description: string
  readonly body: Body
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly version: number }, PageRefusal>> {
  const { editionId, slug, version, title, description, body, by, now } = change
  return inTransaction(async (database) => {
    const written = await database.page.updateMany({
      where: { editionId, slug, version },
      data: { title, description, body: [...body], version: version + 1, changedAt: now },
    })
    if (written.count === 0) {
      const current = await database.page.findUnique({ where: { editionId_slug: { editionId, slug } } })
      return refuse(current ? { kind: 'stale', version: current.version } : { kind: 'no-such-page' })
    }
    // Its title stands in the navigation of every page.
    const outdated = [tags.page(editionId, slug), tags.chrome(editionId)]
    await announce({ kind: 'page.change', tags: outdated, isHard: false, detail: { editionId, slug } })
    const details = { title, description, body, version: version + 1 }
    await appendAudit({ actor: by.name, action: 'page.change', subject: `page:${editionId}:${slug}`, details, at: now })
    return ok({ version: version + 1 })
  })
}
