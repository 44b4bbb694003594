'use server'

import { takeStep } from '#lib/actions/support/publishing-step.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { correct } from '#lib/domain/workflow/workflow.ts'
import { correctionForm } from '#lib/input/articles/publishing-forms.ts'

/** Says in public what was wrong, dated now. The text itself is put right in the editor and published. */
export async function correctArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('correct', { form, schema: correctionForm }, ({ value, voice, now }) => {
    const { text, place, reason } = value
    return ok({
      decide: (article) => correct(article, { text, place, reason, at: now }),
      reason,
      said: voice.words('publishing.done.correct'),
    })
  })
}
