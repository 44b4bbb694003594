'use server'

import { takeStep } from '#lib/actions/support/publishing-step.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { ok, refuse } from '#lib/domain/result.ts'
import { approve, publish, sendBack, submit } from '#lib/domain/workflow/workflow.ts'
import { sendBackForm, stepForm } from '#lib/input/articles/publishing-forms.ts'
import { createComment, listMentionable } from '#lib/store/articles/writing/comments.ts'

/** Hands a draft in for review. */
export async function submitArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('submit', { form, schema: stepForm }, ({ voice }) =>
    ok({ decide: submit, said: voice.words('publishing.done.submit') }),
  )
}

export async function approveArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('approve', { form, schema: stepForm }, ({ voice }) =>
    ok({ decide: approve, said: voice.words('publishing.done.approve') }),
  )
}

/** Gives a text back with what should be changed: a comment beside the text, and a notice for who began it. */
export async function sendBackArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('send-back', { form, schema: sendBackForm }, ({ value, user, scope, voice, now }) => {
    const { articleId, note } = value
    const also = async () => {
      const mentioned = (await listMentionable(scope)).filter(({ id }) => id === scope.authorId)
      await createComment({ articleId, parentId: null, by: user, text: note, anchor: null, mentioned, now })
    }
    return ok({ decide: sendBack, reason: note, also, said: voice.words('publishing.done.send-back') })
  })
}

/** Brings the newest text to readers: an article, the newer text of a published one, or a withdrawn one again. */
export async function publishArticle(_: FormState, form: FormData): Promise<FormState> {
  return takeStep('publish', { form, schema: stepForm }, ({ voice, now }) =>
    ok({
      checksAt: now,
      decide: (article) => {
        const isShown = article.state.kind === 'published' && article.state.shows === 'newest'
        return isShown ? refuse({ kind: 'nothing-new' }) : publish(article, now)
      },
      said: voice.words('publishing.done.publish'),
    }),
  )
}
