'use server'

import { revalidatePath } from 'next/cache'
import { carryOut } from '#lib/actions/support/publishing-step.ts'
import { refusalText, sayErrors } from '#lib/actions/support/publishing-words.ts'
import { requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { boardDesk, isPlain } from '#lib/domain/desk/board.ts'
import { deskStageOf } from '#lib/domain/desk/desk-stage.ts'
import { givesBack, type MoveRefusal, moveToStage } from '#lib/domain/desk/move-to-stage.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { earlyStages } from '#lib/domain/workflow/step-back.ts'
import { moveRefusalText } from '#lib/i18n/admin/stages/refusal-text.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { moveToStageForm } from '#lib/input/articles/publishing-forms.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { createComment, listMentionable } from '#lib/store/articles/writing/comments.ts'
import { listDeskStages } from '#lib/store/desks/desk-stages.ts'
import { findZone } from '#lib/store/sections/edition-zone.ts'

/**
 * Moves an article to another stage of its desk. A note stands beside the text as a comment, and who began the article is told of
 * it; one that goes back to its writer needs a note.
 */
export async function moveArticleToStage(_: FormState, form: FormData): Promise<FormState> {
  const person = await requireSignedIn()
  const words = adminWords(person.interfaceLocale)
  const input = parseForm(moveToStageForm, form)
  const articleId = input.ok ? input.value.articleId : Number(form.get('articleId'))
  const scope = Number.isSafeInteger(articleId) ? await findArticleScope(articleId) : null
  const user = await requireUser('article.edit', scope ?? {})
  if (!scope) return refused('no-such-article', words('publishing.refusal.gone'))
  const voice = { words, locale: user.interfaceLocale, timeZone: await findZone(scope.editionId) }
  if (!input.ok) return rejected(sayErrors(input.error.errors, voice), input.error.values)
  const { version, stage: stageId, note = '' } = input.value
  const desk = boardDesk(await listDeskStages(scope))
  const from = earlyStages.find((early) => early === scope.stage)
  const to = desk.find(({ id }) => id === stageId)
  if (note === '' && from && to && givesBack(from, to.state))
    return rejected({ note: [words('publishing.refusal.required')] }, { stage: String(stageId), note })
  const now = new Date()
  const reason = note ? { reason: note } : {}
  const change = { id: articleId, version, by: { name: user.name }, mover: user, action: 'move-stage', now, ...reason }
  const also = async () => {
    if (!note) return
    const mentioned = (await listMentionable(scope)).filter(({ id }) => id === scope.authorId)
    await createComment({ articleId, parentId: null, by: user, text: note, anchor: null, mentioned, now })
  }
  const moved = await carryOut<MoveRefusal>(change, {
    decide: (article) => moveToStage(article, stageId, { user, desk, scope }),
    also,
  })
  // Also when it was refused: what stood in the way is then what the page shows.
  revalidatePath(`/admin/articles/${articleId}`)
  if (!moved.ok) {
    const { error } = moved
    return refused(
      error.kind,
      error.kind === 'may-not-step' ? moveRefusalText(error, voice) : refusalText(error, voice),
    )
  }
  const stage = deskStageOf(moved.value, desk)
  const name = stage && (isPlain(stage) ? words(`stages.builtIn.${stage.state}`) : stage.name)
  return { kind: 'done', message: words('stages.done.move', { stage: name ?? '' }), version: moved.value.version }
}
