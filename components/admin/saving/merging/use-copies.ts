import { useCallback, useState } from 'react'
import type { Live, LiveRef } from '#components/admin/saving/live.ts'
import type { SavingActions } from '#components/admin/saving/saving.ts'
import { type Page, sendBatch } from '#components/admin/saving/transport.ts'
import { isSameDraft } from '#lib/domain/writing/saving/merge.ts'
import type { LooseCopy } from '#lib/domain/writing/saving/save-answers.ts'

/** Texts of this article that are in no revision and not on this page, and what can be done with them. */
export function useCopies({
  live,
  articleId,
  userId,
  actions,
}: {
  readonly live: LiveRef
  readonly articleId: number
  readonly userId: string
  readonly actions: SavingActions
}) {
  const [copies, setCopies] = useState<readonly LooseCopy[]>([])
  const [discarded, setDiscarded] = useState<LooseCopy | null>(null)

  const look = useCallback(async () => {
    const here = live.current
    if (!here) return
    const unsent = await uploadUnsent(here, { articleId, userId }, actions)
    const found = await actions.readLooseCopies({ articleId }).catch(() => [])
    const base = here.loop.base()
    const fromServer = found.map((copy) =>
      unsent.sent.has(copy.tab) ? ({ ...copy, source: 'device' } as const) : copy,
    )
    const stuck = unsent.stuck.map(
      (kept): LooseCopy => ({ ...kept, by: { id: userId, name: '' }, savedAt: kept.at, source: 'device' }),
    )
    const others = [...stuck, ...fromServer].filter((copy) => copy.tab !== here.tab.id)
    setCopies(others.filter((copy) => !isSameDraft(copy.draft, base) && !isSameDraft(copy.draft, copy.base)))
  }, [live, articleId, userId, actions])

  /** Takes a copy out of the list; the server keeps it for a while. */
  const remove = useCallback(
    async (copy: LooseCopy) => {
      const { tab, sequence } = copy
      setCopies((before) => before.filter((one) => one.tab !== tab))
      const newer = await actions.putAwayCopy({ articleId, tab, sequence }).catch(() => null)
      // Written on meanwhile: nobody has looked at that yet.
      if (newer && newer.sequence > sequence) setCopies((before) => [newer, ...before])
    },
    [articleId, actions],
  )
  const discardCopy = useCallback(
    (copy: LooseCopy) => {
      setDiscarded(copy)
      void remove(copy)
    },
    [remove],
  )
  const bringBack = useCallback(async () => {
    if (!discarded) return
    setCopies((before) => [discarded, ...before.filter((one) => one.tab !== discarded.tab)])
    setDiscarded(null)
    await actions.bringBackCopy({ articleId, tab: discarded.tab }).catch(() => undefined)
  }, [articleId, actions, discarded])
  return { copies, discarded, look, remove, discardCopy, bringBack }
}

/**
 * What dead tabs of this browser had not sent goes to the server now, under their own names. What it does not take stays on the
 * device and is offered from there.
 */
async function uploadUnsent({ tab, log }: Live, page: Page, actions: SavingActions) {
  const alive = await tab.findAlive()
  const kept = await log.others((keyId) => actions.readDraftKey({ keyId })).catch(() => [])
  const unsent = kept.filter((draft) => !alive.has(draft.tab))
  const sent = new Set<string>()
  for (const { at: _, ...batch } of unsent) {
    const answer = await sendBatch(page, batch)
    if (answer.kind !== 'heard') continue
    sent.add(batch.tab)
    await log.forget(batch.tab).catch(() => undefined)
  }
  return { sent, stuck: unsent.filter((draft) => !sent.has(draft.tab)) }
}
