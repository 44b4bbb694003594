'use server'

import { takeStep } from '#lib/actions/support/publishing-step.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { kill } from '#lib/domain/workflow/workflow.ts'
import { killForm } from '#lib/input/articles/publishing-forms.ts'

/** Takes an article from readers for good. There is no way back, so whoever asks has just proved who they are. */
export async function killArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('kill', { form, schema: killForm }, ({ value, voice, now }) =>
    ok({
      decide: (article) => kill(article, value.notice, now),
      reason: value.reason,
      said: voice.words('publishing.done.kill'),
    }),
  )
}
