import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { checkEdition, checkKey, type EditionRefusal, type EditionWords } from '#lib/domain/site/edition-change.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { announceEditions } from './announce-editions.ts'
import { type EditedEdition, findEditedEdition } from './editions-admin.ts'

/** Adds an edition, switched off, with the blogs and pages of another one to begin with. */
export async function beginEdition(creation: {
  readonly words: EditionWords
  /** Whose blogs and pages it begins with. */
  readonly likeId: number | null
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly id: number }, EditionRefusal>> {
  const { words, likeId, by, now } = creation
  return inTransaction(async (open) => {
    await lockEditions()
    const editions = await open.edition.findMany({ select: { key: true, position: true } })
    const checked = checkKey(
      words.key,
      editions.map(({ key }) => key),
    )
    if (!checked.ok) return checked
    const position = Math.max(0, ...editions.map((edition) => edition.position)) + 1
    const { id } = await open.edition.create({ data: { ...words, position, isOff: true } })
    if (likeId !== null) await copySections(likeId, id, now)
    const details = { ...words, likeId }
    await announceEditions('edition.create', { editionId: id })
    await appendAudit({ actor: by.name, action: 'edition.create', subject: `edition:${id}`, details, at: now })
    return ok({ id })
  })
}

/** Replaces what an edition says of itself. `seen` is what it said to whoever changes it now. */
export async function changeEdition(change: {
  readonly id: number
  readonly seen: string
  readonly words: EditionWords
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, EditionRefusal>> {
  const { id, seen, words, by, now } = change
  return inTransaction(async (open) => {
    await lockEditions()
    const before = await findEditedEdition(id)
    if (!before) return refuse({ kind: 'missing' })
    if (seenOf(before) !== seen) return refuse({ kind: 'stale' })
    const others = await open.edition.findMany({ where: { id: { not: id } }, select: { key: true } })
    const { publishedCount } = before
    const checked = checkEdition(before, words, { publishedCount, otherKeys: others.map(({ key }) => key) })
    if (!checked.ok) return checked
    await open.edition.update({ where: { id }, data: words })
    await announceEditions('edition.change', { editionId: id })
    await appendAudit({ actor: by.name, action: 'edition.change', subject: `edition:${id}`, details: words, at: now })
    return ok(undefined)
  })
}

/** What a form carries to prove which words it was made from. */
export function seenOf(edition: EditionWords): string {
  const { key, locale, direction, timeZone, name, tagline, description, footerText } = edition
  return canonicalJson({ key, locale, direction, timeZone, name, tagline, description, footerText })
}

/** Editions are few and changed seldom: whoever changes one waits for the other. */
export async function lockEditions(): Promise<void> {
  await database().$queryRaw`SELECT "id" FROM "Edition" ORDER BY "id" FOR UPDATE`
}

/** Puts the blogs of the navigation, or the pages of the foot, in this order. */
export async function orderSections(order: {
  readonly editionId: number
  readonly what: 'blogs' | 'pages'
  readonly ids: readonly number[]
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, EditionRefusal>> {
  const { editionId, what, ids, by, now } = order
  return inTransaction(async (open) => {
    await lockEditions()
    const edition: EditedEdition | null = await findEditedEdition(editionId)
    if (!edition) return refuse({ kind: 'missing' })
    // Somebody added or removed one meanwhile.
    const there = edition[what].map(({ id }) => id)
    if (there.length !== ids.length || there.some((id) => !ids.includes(id))) return refuse({ kind: 'stale' })
    for (const [position, id] of ids.entries())
      if (what === 'blogs') await open.blog.update({ where: { id }, data: { position } })
      else await open.page.update({ where: { id }, data: { position } })
    const [subject, details] = [`edition:${editionId}`, { what, ids }]
    await announceEditions('edition.order', { editionId })
    await appendAudit({ actor: by.name, action: 'edition.order', subject, details, at: now })
    return ok(undefined)
  })
}

async function copySections(fromId: number, toId: number, now: Date): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Blog" ("editionId", "slug", "name", "standfirst", "description", "about", "position", "changedAt")
    SELECT ${toId}, "slug", "name", "standfirst", "description", "about", "position", ${now} FROM "Blog" WHERE "editionId" = ${fromId}`
  await database().$executeRaw`
    INSERT INTO "Page" ("editionId", "slug", "title", "description", "body", "position", "changedAt")
    SELECT ${toId}, "slug", "title", "description", "body", "position", ${now} FROM "Page" WHERE "editionId" = ${fromId}`
}
