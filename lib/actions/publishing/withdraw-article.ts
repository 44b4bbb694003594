'use server'

import { takeStep } from '#lib/actions/support/publishing-step.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { withdrawForm } from '#lib/input/articles/publishing-forms.ts'

/** Takes an article from readers; it can be published again. */
export async function withdrawArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('withdraw', { form, schema: withdrawForm }, ({ value, voice, now }) =>
    ok({
      decide: (article) => withdraw(article, value.notice, now),
      reason: value.reason,
      said: voice.words('publishing.done.withdraw'),
    }),
  )
}
