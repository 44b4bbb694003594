'use server'

import { revalidatePath } from 'next/cache'
import { readArticleForm } from '#lib/actions/support/article-form.ts'
import { carryOut } from '#lib/actions/support/publishing-step.ts'
import { refusalText } from '#lib/actions/support/publishing-words.ts'
import { boardDesk, isPlain } from '#lib/domain/desk/board.ts'
import { deskStageOf } from '#lib/domain/desk/desk-stage.ts'
import { givesBack, type MoveRefusal, moveToStage } from '#lib/domain/desk/move-to-stage.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import { moveRefusalText } from '#lib/i18n/admin/sections/stages/refusal-text.ts'
import { moveToStageForm } from '#lib/input/articles/publishing-forms.ts'
import { createComment, listMentionable } from '#lib/store/articles/writing/comments.ts'
import { listDeskStages } from '#lib/store/desks/desk-stages.ts'

/**
 * Moves an article to another stage of its desk. A note stands beside the text as a comment, and who began the article is told of
 * it; one that goes back to its writer needs a note.
 */
export async function moveArticleToStage(_: FormState, form: FormData): Promise<FormState> {
  const read = await readArticleForm('article.edit', { form, schema: moveToStageForm })
  if (!read.ok) return read.error
  const { value, user, scope, voice } = read.value
  const { words } = voice
  const { articleId, version, stage: stageId, note = '' } = value
  const desk = boardDesk(await listDeskStages(scope))
  const from = earlyStates.find((early) => early === scope.state)
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
