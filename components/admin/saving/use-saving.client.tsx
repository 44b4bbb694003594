'use client'

import { unstable_isUnrecognizedActionError as isOfOtherBuild } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { isSameDraft } from '#lib/domain/writing/saving/merge.ts'
import type { BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'
import { isStale, isUnsafeToLeave, startState, statusOf } from '#lib/domain/writing/saving/save-state.ts'
import { openDraftLog } from './draft-log.ts'
import type { Live } from './live.ts'
import { makeRevision } from './make-revision.ts'
import { useCopies } from './merging/use-copies.ts'
import { useMerging } from './merging/use-merging.ts'
import { startSaveLoop } from './save-loop.ts'
import type { SaveOutcome, Saving, SavingSetup } from './saving.ts'
import { startSteps } from './steps.ts'
import { openTab, type TabMessage } from './tab.ts'
import { sendBatch, sendLast } from './transport.ts'
import { useSeat } from './use-seat.ts'

/** One article's text in this page: kept on the device, sent to the server, made into revisions, merged with what others write. */
export function useSaving(given: SavingSetup): Saving {
  const { articleId, version, initial, user, mayEdit, draftKey, lock, actions } = given
  const live = useRef<Live | null>(null)
  const [draft, setDraft] = useState(initial)
  const [generation, setGeneration] = useState(0)
  const [state, setState] = useState(() => startState({ version, sequence: 0 }))
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)
  const [reach, setReach] = useState<BatchAnswer['kind']>('heard')
  const [lastStep, setLastStep] = useState<string | null>(null)
  const [steps] = useState(() => startSteps(version))
  const setup = useRef({ version, initial, draftKey })
  const hearTab = useRef<(message: TabMessage) => void>(() => undefined)
  const catchUpLater = useRef<() => void>(() => undefined)
  // What was typed outlives a permission that is taken away, or given, while it is typed.
  const mayLeaveText = useRef(mayEdit)
  mayLeaveText.current = mayEdit

  const replace = useCallback((next: ArticleDraft) => {
    setDraft(next)
    setGeneration((before) => before + 1)
  }, [])
  const onAnswer = useCallback((answer: BatchAnswer) => {
    setReach(answer.kind)
    const loop = live.current?.loop
    if (answer.kind !== 'heard' || !loop) return
    loop.hear(answer.version)
    // Asked before, and no answer came.
    if (isStale(loop.state())) catchUpLater.current()
  }, [])

  useEffect(() => {
    const { version, initial, draftKey } = setup.current
    const page = { articleId, userId: user.id }
    const tab = openTab(articleId, (message) => hearTab.current(message))
    const log = openDraftLog({ articleId, tab: tab.id, userId: user.id, key: draftKey })
    const loop = startSaveLoop({
      ...{ tab: tab.id, version, initial, log },
      send: (batch) => sendBatch(page, batch),
      onState: (next, answer) => {
        setState(next)
        if (answer) setReach(answer.kind)
      },
    })
    live.current = { tab, log, loop }
    tab.tell({ kind: 'asking', tab: tab.id })
    const onHide = () => mayLeaveText.current && sendLast(page, tab.id, loop.lastBatch())
    const onHidden = () => document.visibilityState === 'hidden' && void loop.flush()
    const onOnline = () => loop.retry()
    const onUnload = (event: BeforeUnloadEvent) => isUnsafeToLeave(loop.state()) && event.preventDefault()
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('online', onOnline)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('beforeunload', onUnload)
      loop.stop()
      tab.close()
      live.current = null
    }
  }, [articleId, user.id])

  const { seat, takeOver, hear, poll } = useSeat({ live, articleId, userId: user.id, mayEdit, lock, onAnswer })
  hearTab.current = hear
  const copies = useCopies({ live, articleId, userId: user.id, actions })
  const merging = useMerging({ live, articleId, actions, state, replace })
  const { look, remove } = copies
  const isWriting = seat.kind === 'mine'
  useEffect(() => {
    if (!isWriting) return
    live.current?.loop.sendAgain()
    void look()
  }, [isWriting, look])
  // The page was made anew after an action of another panel: the article moved on.
  useEffect(() => {
    steps.see(version)
    live.current?.loop.hear(version)
  }, [steps, version])

  const change = useCallback((patch: Partial<ArticleDraft>) => {
    const loop = live.current?.loop
    if (!loop) return
    const next = { ...loop.draft(), ...patch }
    if (isUnchanged(loop.draft(), patch)) return
    loop.change(next)
    setDraft(next)
    setOutcome(null)
  }, [])

  const { conflict, lookAtConflict, catchUp } = merging
  catchUpLater.current = catchUp
  const save = useCallback(async () => {
    // What was heard of a moment ago may leave this text as it is: then it is saved, and nobody is asked anything.
    await catchUp()
    const here = live.current
    if (!here) return { kind: 'unreachable' } as const
    const { loop, tab } = here
    const { saveArticle } = actions
    const making = { articleId, tab: tab.id, loop, saveArticle, onMade: steps.made }
    const saved = await makeRevision(making).catch((error: unknown): SaveOutcome => {
      return { kind: isOfOtherBuild(error) ? 'outdated' : 'unreachable' }
    })
    setOutcome(saved)
    if (saved.kind === 'stale') lookAtConflict()
    return saved
  }, [articleId, actions, steps, catchUp, lookAtConflict])
  const saveNow = useCallback(() => steps.inTurn(save), [steps, save])
  const takeStep = useCallback<Saving['takeStep']>(
    (id, ask) =>
      steps.inTurn(async () => {
        setLastStep(id)
        const saved = await save()
        if (saved.kind !== 'saved') return null
        const from = steps.seen()
        const answer = await ask(from)
        if (answer.kind !== 'done' || answer.version === undefined) return answer
        const { version } = answer
        steps.made({ from, version })
        const loop = live.current?.loop
        // A step changes no word: the text goes on from the version that it made.
        if (loop?.state().version === from) loop.rebase({ version, base: loop.base() })
        return answer
      }),
    [steps, save],
  )

  const { mergeWithCopy } = merging
  const takeCopy = useCallback<Saving['takeCopy']>(
    (copy) =>
      mergeWithCopy(copy, async () => {
        // Until the server has what became of it, the copy stays: this page may crash.
        if (!(await live.current?.loop.flush())) return
        if (copy.source === 'device') await live.current?.log.forget(copy.tab).catch(() => undefined)
        await remove(copy)
      }),
    [mergeWithCopy, remove],
  )
  const signedInAgain = useCallback(() => {
    live.current?.loop.retry()
    void poll()
  }, [poll])

  const status = statusOf(state)
  const base = live.current?.loop.base() ?? initial
  const hasNewText = useMemo(() => !isSameDraft(draft, base), [draft, base])
  return {
    ...{ draft, generation, change, state, outcome, seat, takeOver, takeCopy, hasNewText, signedInAgain },
    ...{ saveNow, takeStep, lastStep },
    ...{ conflict, lookAtConflict, openMerge: merging.openMerge, closeMerge: merging.closeMerge, told: merging.told },
    ...{ copies: isWriting ? copies.copies : [], discarded: copies.discarded },
    ...{ discardCopy: copies.discardCopy, bringBack: copies.bringBack },
    status: status === 'saved' && reach === 'unreachable' ? 'offline' : status,
    isReadOnly: !isWriting,
    isSignedOut: reach === 'signed-out',
  }
}

function isUnchanged(draft: ArticleDraft, patch: Partial<ArticleDraft>): boolean {
  return (Object.keys(patch) as (keyof ArticleDraft)[]).every((key) => draft[key] === patch[key])
}
