import type { FieldErrors } from '#lib/domain/form-state.ts'
import type { Finding } from '#lib/domain/publishing/checks.ts'
import type { Refusal } from '#lib/domain/workflow/workflow.ts'
import { findingText } from '#lib/i18n/admin/publishing/finding-text.ts'
import { stageRefusalText } from '#lib/i18n/admin/sections/stages/refusal-text.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import type { ChangeRefusal } from '#lib/store/articles/change-article.ts'

export type PublishingRefusal =
  | Refusal
  | ChangeRefusal
  | { readonly kind: 'checks'; readonly findings: readonly Finding[] }

/** In what words, and by which clock, an answer is given. */
export type Voice = { readonly words: AdminWords; readonly locale: string; readonly timeZone: string }

export function momentIn({ locale, timeZone }: Voice, at: Date): string {
  return formatOf({ locale, timeZone }).dateTimeZone(at)
}

/** Why something was not done, in words. */
export function refusalText(refusal: PublishingRefusal, voice: Voice): string {
  const { words } = voice
  switch (refusal.kind) {
    case 'checks': {
      const texts = refusal.findings.map((finding) => findingText(finding, voice))
      return [words('publishing.refusal.checks'), ...texts].join(' ')
    }
    case 'stale':
      return words('publishing.refusal.stale')
    case 'no-such-article':
    case 'already-gone':
      return words('publishing.refusal.gone')
    case 'wrong-state':
      return words('publishing.refusal.wrongState')
    case 'bad-slug':
      return words('publishing.checks.bad-address', { slug: refusal.slug })
    case 'under-embargo':
      return words('publishing.refusal.under-embargo', { when: momentIn(voice, refusal.until) })
    case 'scheduled-earlier':
      return words('publishing.refusal.scheduled-earlier', { when: momentIn(voice, refusal.for) })
    case 'update-after-withdrawal':
    case 'withdrawal-before-update': {
      const [update, withdrawal] = [momentIn(voice, refusal.update), momentIn(voice, refusal.withdrawal)]
      return words(`publishing.refusal.${refusal.kind}`, { update, withdrawal })
    }
    case 'no-such-desk-stage':
    case 'in-stage-already':
    case 'stage-comes-after':
    case 'stage-wants-role':
    case 'stage-keeps':
      return stageRefusalText(refusal, voice)
    default:
      return words(`publishing.refusal.${refusal.kind}`)
  }
}

const codes = ['required', 'tooLong', 'badTime', 'sure'] as const

/** Codes of the schemas (lib/input/articles/publishing-forms.ts) in words. */
export function sayErrors(errors: FieldErrors, { words }: Voice): FieldErrors {
  const say = (code: string) => {
    const known = codes.find((one) => one === code)
    return words(known ? `publishing.refusal.${known}` : 'shell.errors.invalid')
  }
  return Object.fromEntries(Object.entries(errors).map(([field, found]) => [field, found.map(say)]))
}
