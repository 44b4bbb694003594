import type { MoveRefusal } from '#lib/domain/desk/move-to-stage.ts'
import type { StageRefusal } from '#lib/domain/desk/stage-rules.ts'
import { formattingLocale } from '../../../format.ts'
import type { AdminWords } from '../../words.ts'

type Voice = { readonly words: AdminWords; readonly locale: string }

/** Which rule of a desk stands in the way, and what would satisfy it. */
export function stageRefusalText(refusal: StageRefusal, voice: Voice): string {
  const { words } = voice
  switch (refusal.kind) {
    case 'no-such-desk-stage':
      return words('stages.refusal.no-such-desk-stage')
    case 'in-stage-already':
      return words('stages.refusal.in-stage-already', { name: refusal.name })
    case 'stage-comes-after':
      return words('stages.refusal.stage-comes-after', { name: refusal.name, stages: anyOf(refusal.after, voice) })
    case 'stage-wants-role':
      return words('stages.refusal.stage-wants-role', {
        ...{ name: refusal.name, role: words(`shell.roles.${refusal.role}`) },
      })
    case 'stage-keeps':
      return words('stages.refusal.stage-keeps', { name: refusal.name, stages: anyOf(refusal.releasing, voice) })
  }
}

/** The same of a move, which the workflow and the permissions may refuse too. */
export function moveRefusalText(refusal: MoveRefusal, voice: Voice): string {
  const { words } = voice
  switch (refusal.kind) {
    case 'may-not-step':
      return words(`stages.refusal.${refusal.permission === 'article.edit' ? 'mayNotEdit' : 'mayNotReview'}`)
    case 'nothing-to-say':
      return words('publishing.refusal.nothing-to-say')
    case 'no-such-desk-stage':
    case 'in-stage-already':
    case 'stage-comes-after':
    case 'stage-wants-role':
    case 'stage-keeps':
      return stageRefusalText(refusal, voice)
    default:
      return words('publishing.refusal.wrongState')
  }
}

/** Names of stages, one of which it takes: Legal, Facts or Ready. */
export function anyOf(names: readonly string[], { locale }: { readonly locale: string }): string {
  return new Intl.ListFormat(formattingLocale(locale), { type: 'disjunction' }).format(names)
}
