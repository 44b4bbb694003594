import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { SiteFacts } from '#lib/domain/site/site-facts.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { announceEditions } from './announce-editions.ts'

export type EditedSite = SiteFacts & { readonly changedAt: Date }

export async function findEditedSite(): Promise<EditedSite> {
  const [site] = await database().$queryRaw<EditedSite[]>`
    SELECT "name", "legalName", "email", "wordmark", "timeZone", "socials", "principlesSlug", "correctionsSlug", "ownershipSlug",
      "changedAt" FROM "Site"`
  if (!site) throw new Error('The database has no organisation')
  return site
}

/** Replaces what the organisation says of itself: every page of every edition shows some of it. */
export async function changeSite(change: {
  readonly seenAt: Date
  readonly facts: SiteFacts
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, { readonly kind: 'stale' }>> {
  const { seenAt, facts, by, now } = change
  return inTransaction(async (open) => {
    const data = { ...facts, socials: [...facts.socials], changedAt: now }
    const { count } = await open.site.updateMany({ where: { changedAt: seenAt }, data })
    if (count === 0) return refuse({ kind: 'stale' })
    await announceEditions('site.change', {})
    await appendAudit({ actor: by.name, action: 'site.change', subject: 'site:1', details: facts, at: now })
    return ok(undefined)
  })
}

/** Static pages by slug, with the title that they have in the default edition or, missing there, in another. */
export async function listPageChoices(): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  return database().$queryRaw`
    SELECT DISTINCT ON (p."slug") p."slug", p."title" FROM "Page" p JOIN "Edition" e ON e."id" = p."editionId"
    ORDER BY p."slug", e."isDefault" DESC, e."position"`
}
