import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { EditionRefusal } from '#lib/domain/site/edition-change.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { announceEditions, announceGone, announceSitemaps } from './announce-editions.ts'
import { lockEditions } from './change-edition.ts'
import { findEditedEdition, listAllEditions } from './editions-admin.ts'

/**
 * Takes an edition from readers: every address of it answers 404 at once, and nothing is deleted. `publishedCount` is what whoever
 * does it was told.
 */
export async function switchEditionOff(change: {
  readonly id: number
  readonly publishedCount: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, EditionRefusal>> {
  const { id, publishedCount, by, now } = change
  return inTransaction(async (open) => {
    await lockEditions()
    const edition = await findEditedEdition(id)
    if (!edition) return refuse({ kind: 'missing' })
    if (edition.isDefault) return refuse({ kind: 'default' })
    if (edition.publishedCount !== publishedCount) return refuse({ kind: 'count-changed' })
    await open.edition.update({ where: { id }, data: { isOff: true } })
    await announceEditions('edition.off', { editionId: id })
    await announceGone('edition.off', [id])
    await announceSitemaps('edition.off', id)
    const details = { publishedCount }
    await appendAudit({ actor: by.name, action: 'edition.off', subject: `edition:${id}`, details, at: now })
    return ok(undefined)
  })
}

export async function switchEditionOn(change: {
  readonly id: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, EditionRefusal>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    await lockEditions()
    const { count } = await open.edition.updateMany({ where: { id }, data: { isOff: false } })
    if (count === 0) return refuse({ kind: 'missing' })
    await announceEditions('edition.on', { editionId: id })
    await announceSitemaps('edition.on', id)
    await appendAudit({ actor: by.name, action: 'edition.on', subject: `edition:${id}`, details: {}, at: now })
    return ok(undefined)
  })
}

/** Gives the addresses without a prefix to another edition: only while nothing stands at any of them. */
export async function changeDefaultEdition(change: {
  readonly id: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, EditionRefusal>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    await lockEditions()
    const editions = await listAllEditions()
    const [before, after] = [editions.find(({ isDefault }) => isDefault), editions.find((one) => one.id === id)]
    if (!after) return refuse({ kind: 'missing' })
    if (after.isOff) return refuse({ kind: 'is-off' })
    if (after.publishedCount > 0 || (before && before.publishedCount > 0)) return refuse({ kind: 'published' })
    await open.edition.updateMany({ where: { isDefault: true }, data: { isDefault: false } })
    await open.edition.update({ where: { id }, data: { isDefault: true } })
    await open.site.updateMany({ data: { defaultEditionId: id } })
    await announceEditions('edition.default', { editionId: id })
    await announceGone('edition.default', [...(before ? [before.id] : []), id])
    const details = { from: before?.key ?? null }
    await appendAudit({ actor: by.name, action: 'edition.default', subject: `edition:${id}`, details, at: now })
    return ok(undefined)
  })
}
