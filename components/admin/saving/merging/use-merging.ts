import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveRef, Replace } from '#components/admin/saving/live.ts'
import type { OpenMerge, Saving, SavingActions } from '#components/admin/saving/saving.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { isSameDraft, merge, resolve } from '#lib/domain/writing/saving/merge.ts'
import type { LooseCopy, NewestDraft } from '#lib/domain/writing/saving/save-answers.ts'
import { isStale, type SaveState } from '#lib/domain/writing/saving/save-state.ts'

const askAgainMs = 2000

/**
 * What happens when the article moves on while its text stands here. Nothing written here: the new text is shown. Nothing of the text
 * changed there: the text goes on from the new version. Both changed: somebody decides, on the merge screen.
 */
export function useMerging({
  live,
  articleId,
  actions,
  state,
  replace,
}: {
  readonly live: LiveRef
  readonly articleId: number
  readonly actions: SavingActions
  readonly state: SaveState
  readonly replace: Replace
}) {
  const [conflict, setConflict] = useState<NewestDraft | null>(null)
  const [openMerge, setOpenMerge] = useState<OpenMerge | null>(null)
  const [told, setTold] = useState<Saving['told']>(null)
  const asking = useRef<Promise<void>>(Promise.resolve())
  /** The newest that waits for a merge, also for who asked before the page showed it. */
  const waiting = useRef<NewestDraft | null>(null)
  const wait = useCallback((newest: NewestDraft | null) => {
    waiting.current = newest
    setConflict(newest)
  }, [])
  const askAgain = useRef<() => void>(() => undefined)
  const isBehind = isStale(state)

  const readOn = useCallback(async () => {
    const loop = live.current?.loop
    if (!loop || !isStale(loop.state())) return
    if (waiting.current && waiting.current.version >= loop.state().newestVersion) return
    try {
      const newest = await actions.readNewest({ articleId })
      if (!newest || newest.version <= loop.state().version) return
      const [base, draft] = [loop.base(), loop.draft()]
      if (isSameDraft(newest.draft, base)) return loop.rebase({ version: newest.version, base })
      if (isSameDraft(draft, base)) {
        loop.adopt(newest)
        replace(newest.draft)
        return setTold({ kind: 'updated', by: newest.by })
      }
      if (isSameDraft(draft, newest.draft)) return loop.rebase({ version: newest.version, base: newest.draft })
      wait(newest)
    } catch {
      // The line is cut, and signs of life that name the same version ask nothing: this does, while the text is behind.
      setTimeout(() => askAgain.current(), askAgainMs)
    }
  }, [live, articleId, actions, replace, wait])

  /** One reading after the other: each sees what the one before it has settled. */
  const catchUp = useCallback(() => {
    asking.current = asking.current.then(readOn)
    return asking.current
  }, [readOn])
  askAgain.current = catchUp

  useEffect(() => {
    if (isBehind) void catchUp()
    else wait(null)
    // Also when an even newer version is heard of: what waits for a merge is then the newest.
    void state.newestVersion
  }, [isBehind, state.newestVersion, catchUp, wait])

  const finish = useCallback(
    (onto: {
      readonly version: number
      readonly base: ArticleDraft
      readonly draft: ArticleDraft
      readonly by: string
    }) => {
      live.current?.loop.rebase(onto)
      replace(onto.draft)
      setOpenMerge(null)
      setTold({ kind: 'merged', by: onto.by })
    },
    [live, replace],
  )

  const lookAtConflict = useCallback(() => {
    const loop = live.current?.loop
    const conflict = waiting.current
    if (!loop || !conflict) return
    const mine = loop.draft()
    const merged = merge({ base: loop.base(), mine, theirs: conflict.draft })
    setOpenMerge({
      ...{ merge: merged, mine, by: conflict.by, at: conflict.at },
      apply: (choices) => {
        const draft = resolve(merged, choices)
        if (draft) finish({ version: conflict.version, base: conflict.draft, draft, by: conflict.by })
      },
    })
  }, [live, finish])

  /** With a loose copy: what it grew from is what both grew from, for the article's versions follow each other. */
  const mergeWithCopy = useCallback(
    (copy: LooseCopy, onTaken: () => void) => {
      const loop = live.current?.loop
      if (!loop) return
      const [base, version] = [loop.base(), loop.state().version]
      const mine = loop.draft()
      const merged = merge({ base: copy.base, mine, theirs: copy.draft })
      const apply: OpenMerge['apply'] = (choices) => {
        const draft = resolve(merged, choices)
        if (!draft) return
        finish({ version, base, draft, by: copy.by.name })
        onTaken()
      }
      // Nothing was written here since: the copy is simply what comes next.
      if (merged.conflicts.length === 0 && isSameDraft(mine, base)) apply({})
      else setOpenMerge({ merge: merged, mine, by: null, at: copy.savedAt, apply })
    },
    [live, finish],
  )
  const closeMerge = useCallback(() => setOpenMerge(null), [])
  return { conflict, openMerge, told, catchUp, lookAtConflict, mergeWithCopy, closeMerge }
}
