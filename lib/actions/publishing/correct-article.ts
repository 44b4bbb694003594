'use server'

import { takeStep } from '#lib/actions/support/publishing-step.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { correct } from '#lib/domain/workflow/workflow.ts'
import { correctionForm } from '#lib/input/articles/publishing-forms.ts'
import { settleCorrections } from '#lib/store/articles/writing/comments.ts'

/** Says in public what was wrong, dated now: what asked for a correction is settled. The text itself is put right in the editor. */
export async function correctArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('correct', { form, schema: correctionForm }, ({ value, user, voice, now }) => {
    const { articleId, text, place, reason } = value
    return ok({
      decide: (article) => correct(article, { text, place, reason, at: now }),
      reason,
      also: () => settleCorrections({ articleId, by: user.id, at: now }),
      said: voice.words('publishing.done.correct'),
    })
  })
}
