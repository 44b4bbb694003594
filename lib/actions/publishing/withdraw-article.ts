'use server'

import { readMoment, takeStep } from '#lib/actions/support/publishing-step.ts'
import { momentIn } from '#lib/actions/support/publishing-words.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { moveWithdrawal, setWithdrawal, unsetWithdrawal } from '#lib/domain/workflow/timed-withdrawal.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { scheduleForm, stepForm, timedWithdrawalForm, withdrawForm } from '#lib/input/articles/publishing-forms.ts'

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

/** Sets or moves the time of its edition's clock at which a published article leaves the public by itself. */
export async function setArticleWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('set-withdrawal', { form, schema: timedWithdrawalForm }, ({ value, voice, now }) => {
    const { notice, reason } = value
    const at = readMoment('when', value.when, voice)
    if (!at.ok) return at
    const said = voice.words('publishing.done.set-withdrawal', { when: momentIn(voice, at.value) })
    return ok({ decide: (article) => setWithdrawal(article, { at: at.value, notice, reason }, now), reason, said })
  })
}

/** The same in the calendar, which knows no more than the time: the notice and the reason stay. */
export async function moveArticleWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('set-withdrawal', { form, schema: scheduleForm }, ({ value, voice, now }) => {
    const at = readMoment('when', value.when, voice)
    if (!at.ok) return at
    const said = voice.words('publishing.done.set-withdrawal', { when: momentIn(voice, at.value) })
    return ok({ decide: (article) => moveWithdrawal(article, at.value, now), said })
  })
}

export async function unsetArticleWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('unset-withdrawal', { form, schema: stepForm }, ({ voice }) =>
    ok({ decide: unsetWithdrawal, said: voice.words('publishing.done.unset-withdrawal') }),
  )
}
