import type { BulkRefusal } from '#lib/domain/publishing/bulk.ts'
import { findingText } from '#lib/i18n/admin/publishing/finding-text.ts'
import { type PublishingRefusal, refusalText, type Voice } from '../publishing-words.ts'
import type { NoOrder } from './bulk-order.ts'

/** Why one of several articles stays as it is. */
export type BulkWhy = PublishingRefusal | BulkRefusal | NoOrder | { readonly kind: 'not-allowed' | 'failed' }

/** One sentence that stands behind a headline. */
export function bulkRefusalText(why: BulkWhy, voice: Voice): string {
  const { words } = voice
  switch (why.kind) {
    case 'checks':
      return why.findings.map((finding) => findingText(finding, voice)).join(' ')
    case 'other-edition':
    case 'has-topic':
    case 'lacks-topic':
    case 'already-there':
    case 'too-many-topics':
    case 'not-allowed':
    case 'nothing-chosen':
    case 'failed':
      return words(`bulk.why.${why.kind}`)
    case 'wrong-state':
      return words('bulk.why.wrong-state', { state: words(`editor.state.${why.state}`) })
    case 'stale':
      return words('bulk.why.stale')
    case 'bad-time':
      return words('publishing.refusal.badTime')
    case 'gap':
    case 'overlap':
      return words(`publishing.refusal.${why.kind}`, { zone: voice.timeZone })
    default:
      return refusalText(why, voice)
  }
}
