'use server'

import { refresh } from 'next/cache'
import { readArticleForm } from '#lib/actions/support/article-form.ts'
import { readMoment } from '#lib/actions/support/publishing-step.ts'
import { momentIn, type Voice } from '#lib/actions/support/publishing-words.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { deadlineForm } from '#lib/input/articles/deadline-form.ts'
import { changeDeadline } from '#lib/store/articles/desk/change-deadline.ts'

/** Sets when the desk wants an article finished, by the clock of its edition; without a time it has no deadline. */
export async function setArticleDeadline(_: FormState, form: FormData): Promise<FormState> {
  const read = await readArticleForm('article.edit', { form, schema: deadlineForm })
  if (!read.ok) return read.error
  const { value, user, voice } = read.value
  const { words } = voice
  const { articleId, due, seen } = value
  const at = due === '' ? null : readMoment('due', due, voice)
  if (at && !at.ok) return at.error
  const asked = { articleId, at: at?.value ?? null, seen, by: { name: user.name }, now: new Date() }
  const changed = await changeDeadline(asked)
  // Also when it was refused: what stood in the way is then what the page shows.
  refresh()
  if (changed.ok) return done(saidOf(changed.value, voice))
  const { error } = changed
  switch (error.kind) {
    case 'no-such-article':
      return refused(error.kind, words('publishing.refusal.gone'))
    case 'deadline-in-the-past':
      return rejected({ due: [words('board.deadline.deadline-in-the-past')] }, { due })
    case 'other-deadline':
      return refused(error.kind, otherText(error.now, voice))
    case 'nothing-awaited':
      return refused(error.kind, words('board.deadline.nothing-awaited'))
  }
}

function saidOf(at: Date | null, voice: Voice): string {
  return at ? voice.words('board.deadline.done', { when: momentIn(voice, at) }) : voice.words('board.deadline.cleared')
}

function otherText(now: Date | null, voice: Voice): string {
  const { words } = voice
  return now ? words('board.deadline.other', { when: momentIn(voice, now) }) : words('board.deadline.otherNone')
}
