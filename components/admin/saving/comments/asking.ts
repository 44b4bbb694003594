import type { CommentsAnswer, CommentThread } from '#lib/domain/writing/saving/comment.ts'

/** What became of a comment, a reply, or the settling of a thread. `unanswered`: nobody knows. */
export type Heard = 'done' | 'signed-out' | 'not-allowed' | 'unanswered'

/** A line that says nothing for so long is taken for cut. */
const answerWithinMs = 10_000

/** Asks, and tells what came of it: after a silence that nobody knows, and once more when the answer comes after all. */
export async function ask(
  asking: () => Promise<CommentsAnswer>,
  told: { readonly show: (threads: readonly CommentThread[]) => void; readonly tell: (heard: Heard) => void },
): Promise<void> {
  const silence = setTimeout(() => told.tell('unanswered'), answerWithinMs)
  const answer = await asking().catch(() => null)
  clearTimeout(silence)
  if (answer?.kind === 'comments') told.show(answer.threads)
  told.tell(answer === null ? 'unanswered' : answer.kind === 'comments' ? 'done' : answer.reason)
}

/** What stands in the field once `sent` is written: what was typed behind it meanwhile, or all of it when it was changed. */
export function leftOf(typed: string, sent: string): string {
  const text = typed.trimStart()
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : typed
}
