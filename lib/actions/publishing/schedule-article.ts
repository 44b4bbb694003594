'use server'

import { readMoment, takeStep } from '#lib/actions/support/publishing-step.ts'
import { momentIn } from '#lib/actions/support/publishing-words.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { schedule, setEmbargo, unschedule } from '#lib/domain/workflow/workflow.ts'
import { embargoForm, scheduleForm, stepForm } from '#lib/input/articles/publishing-forms.ts'

/** Lets an article, or the newer text of a published one, go out by itself at a time of its edition's clock. */
export async function scheduleArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('schedule', { form, schema: scheduleForm }, ({ value, voice, now }) => {
    const at = readMoment('when', value.when, voice)
    if (!at.ok) return at
    const said = voice.words('publishing.done.schedule', { when: momentIn(voice, at.value) })
    return ok({ decide: (article) => schedule(article, at.value, now), checksAt: at.value, said })
  })
}

export async function unscheduleArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('unschedule', { form, schema: stepForm }, ({ voice }) =>
    ok({ decide: unschedule, said: voice.words('publishing.done.unschedule') }),
  )
}

/** Sets, moves or (without a time) lifts an embargo. */
export async function setArticleEmbargo(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('embargo', { form, schema: embargoForm }, ({ value, voice, now }) => {
    if (value.until === '')
      return ok({ decide: (article) => setEmbargo(article, null, now), said: voice.words('publishing.done.lifted') })
    const until = readMoment('until', value.until, voice)
    if (!until.ok) return until
    const decide = (article: Article) => setEmbargo(article, until.value, now)
    return ok({ decide, said: voice.words('publishing.done.embargo') })
  })
}
