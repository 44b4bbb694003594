import { type ReferenceKind, referencePrefixes } from '#lib/domain/sections/reference.ts'
import { tags } from './tags.ts'

/** What the public sees of a topic or contributor. */
export type ReferenceTrace = {
  readonly kind: ReferenceKind
  readonly id: number
  readonly editionId: number
  readonly slug: string
  /** Slugs that answer with a redirect to `slug`. */
  readonly formerSlugs: readonly string[]
  /** The same topic or contributor in other editions: their pages link here. */
  readonly counterparts: readonly { readonly editionId: number; readonly slug: string }[]
  /** Words that stand on pages of others: under articles, in navigation, beside a blog. */
  readonly shownElsewhere: readonly string[]
}

/**
 * Names what is out of date after a topic or contributor changed. Any page of an edition can show its name, so a change of that
 * makes the edition's pages again, as a blog's new name does; other words are on its own page only.
 */
export function referenceExpiry(before: ReferenceTrace | null, after: ReferenceTrace | null): readonly string[] {
  const traces = [before, after].filter((trace) => trace !== null)
  const elsewhere = (trace: ReferenceTrace | null) => trace && JSON.stringify([trace.slug, trace.shownElsewhere])
  const isSeenElsewhere = before !== null && elsewhere(before) !== elsewhere(after)
  return [
    ...new Set(traces.flatMap((trace) => [...tagsOf(trace), ...(isSeenElsewhere ? everywhere(trace) : [])])),
  ].sort()
}

function tagsOf({ kind, id, editionId, slug, formerSlugs, counterparts }: ReferenceTrace): readonly string[] {
  const addresses = [slug, ...formerSlugs].map((one) => ({ editionId, slug: one }))
  return [
    ...[...addresses, ...counterparts].map((at) => tags.address(at.editionId, `${referencePrefixes[kind]}/${at.slug}`)),
    kind === 'topic' ? tags.topicLatest(id) : tags.contributorLatest(id),
  ]
}

function everywhere({ editionId }: ReferenceTrace): readonly string[] {
  return [tags.chrome(editionId), tags.latest(editionId), tags.search(editionId)]
}
