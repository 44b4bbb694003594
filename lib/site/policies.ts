import type { Chrome } from '#lib/domain/edition.ts'
import { sectionPath } from './urls.ts'

type Policy = keyof Chrome['site']['policies']

/**
 * Where an edition states the publisher's policies: on the static pages that the newsroom chose, else on its page of principles. Null
 * where the edition has no such page. Structured data and what partners get name the same ones.
 */
export function policyPaths({
  site,
  edition,
  pages,
}: Pick<Chrome, 'site' | 'edition' | 'pages'>): Readonly<Record<Policy, string | null>> {
  const pathOf = (slug: string | null) => {
    const page = pages.find((one) => one.slug === slug)
    return page ? sectionPath(edition, page.slug) : null
  }
  const principles = pathOf(site.policies.principles ?? 'principles')
  return {
    principles,
    corrections: pathOf(site.policies.corrections) ?? principles,
    ownership: pathOf(site.policies.ownership),
  }
}
