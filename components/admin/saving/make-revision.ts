import { isSameDraft } from '#lib/domain/writing/saving/merge.ts'
import { isStale } from '#lib/domain/writing/saving/save-state.ts'
import type { SaveLoop } from './save-loop.ts'
import type { SaveOutcome, SavingActions } from './saving.ts'
import type { Made } from './steps.ts'

/** Everything typed goes to the server first: a revision is made of what it has, and not of what the request carries. */
export async function makeRevision(making: {
  readonly articleId: number
  readonly tab: string
  readonly loop: SaveLoop
  readonly saveArticle: SavingActions['saveArticle']
  readonly onMade: (made: Made) => void
}): Promise<SaveOutcome> {
  const { articleId, tab, loop, saveArticle, onMade } = making
  const { version, newestVersion } = loop.state()
  if (isStale(loop.state())) return { kind: 'stale', version: newestVersion }
  if (isSameDraft(loop.draft(), loop.base())) return { kind: 'saved', version }
  const ask = () =>
    loop.withSent(async ({ sequence, draft }) => {
      const answer = await saveArticle({ articleId, version, tab, sequence })
      if (answer.kind === 'saved') {
        loop.rebase({ version: answer.version, base: draft })
        onMade({ from: version, version: answer.version })
      }
      if (answer.kind === 'stale') loop.hear(answer.version)
      return answer
    })
  const saved = await ask()
  if (saved && saved.kind !== 'not-sent') return saved
  // The copy of this tab was put away, or taken into another text, while its words still stand here.
  if (saved) loop.sendAgain()
  const savedThen = saved && (await ask())
  if (savedThen) return savedThen
  const { server } = loop.state()
  if (server.kind === 'refused') return { kind: 'not-allowed' }
  return server.kind === 'rejected' || server.kind === 'signed-out' ? server : { kind: 'unreachable' }
}
