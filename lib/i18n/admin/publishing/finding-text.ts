import type { Finding } from '#lib/domain/publishing/checks.ts'
import { formatOf } from '../../format.ts'
import { stageRefusalText } from '../sections/stages/refusal-text.ts'
import type { AdminWords } from '../words.ts'

/** A finding of the checks in words. Times are by the clock of the article's edition. */
export function findingText(
  finding: Finding,
  voice: { readonly words: AdminWords; readonly locale: string; readonly timeZone: string },
): string {
  const { words } = voice
  switch (finding.kind) {
    case 'bad-address':
    case 'address-taken':
      return words(`publishing.checks.${finding.kind}`, { slug: finding.slug })
    case 'no-alt':
    case 'alt-is-caption':
    case 'rights-ended':
      return words(`publishing.checks.${finding.kind}`, { picture: finding.picture })
    case 'dead-link':
    case 'waiting-link':
      return words(`publishing.checks.${finding.kind}`, { words: finding.words })
    case 'open-suggestions':
      return words('publishing.checks.open-suggestions', { count: finding.count })
    case 'under-embargo':
      return words('publishing.checks.under-embargo', { when: formatOf(voice).dateTimeZone(finding.until) })
    case 'stage-keeps':
      return stageRefusalText(finding, voice)
    default:
      return words(`publishing.checks.${finding.kind}`)
  }
}
