import { useCallback, useEffect, useRef, useState } from 'react'
import type { BatchAnswer, LockView } from '#lib/domain/writing/saving/save-answers.ts'
import type { LiveRef } from './live.ts'
import type { Seat } from './saving.ts'
import type { TabMessage } from './tab.ts'
import { sendPresence, type Wants } from './transport.ts'

/** A second editor sees within two seconds who is there; a hidden page only has to keep its lock (45 s). */
const everyMs = 1500
const everyHiddenMs = 15_000

/** Who writes: asks the server every moment, and the other tabs of this browser at once. */
export function useSeat({
  live,
  articleId,
  userId,
  mayEdit,
  lock: lockAtFirst,
  onAnswer,
}: {
  readonly live: LiveRef
  /** Who had the lock when the page was made: whoever finds it free writes at once. */
  readonly lock: LockView | null
  readonly articleId: number
  readonly userId: string
  readonly mayEdit: boolean
  readonly onAnswer: (answer: BatchAnswer) => void
}): {
  readonly seat: Seat
  readonly takeOver: () => void
  readonly hear: (message: TabMessage) => void
  readonly poll: () => void
} {
  const [seat, setSeat] = useState<Seat>(() => firstSeat({ mayEdit, lock: lockAtFirst, userId }))
  const hadLock = useRef(false)
  const current = useRef(seat)
  const wants = useRef<Wants>('hold')
  const answered = useRef(onAnswer)
  answered.current = onAnswer
  const sit = useCallback((next: Seat) => {
    if (JSON.stringify(next) === JSON.stringify(current.current)) return
    current.current = next
    setSeat(next)
  }, [])

  const give = useCallback(
    (next: Seat) => {
      wants.current = 'watch'
      // What was typed to the last moment goes to the server: whoever took over can see it, and nothing is lost.
      if (current.current.kind === 'mine') void live.current?.loop.flush()
      sit(next)
    },
    [live, sit],
  )

  const settle = useCallback(
    async (lock: LockView | null) => {
      const tab = live.current?.tab
      if (!tab) return
      if (lock?.tab === tab.id) {
        wants.current = 'hold'
        hadLock.current = true
        if (current.current.kind !== 'mine') tab.tell({ kind: 'writing', tab: tab.id })
        return sit({ kind: 'mine' })
      }
      if (!lock) return wants.current === 'watch' ? sit({ kind: 'free' }) : undefined
      // The lock of a tab of this browser that crashed or was closed: its person is here.
      if (lock.holder.id === userId && (await tab.isDead(lock.tab))) {
        wants.current = 'take'
        return
      }
      if (lock.holder.id === userId) return give({ kind: 'other-tab' })
      give({ kind: hadLock.current ? 'taken' : 'other', lock })
    },
    [live, userId, sit, give],
  )

  const poll = useCallback(async () => {
    const tab = live.current?.tab
    if (!tab || !mayEdit) return
    const asked = wants.current
    const answer = await sendPresence({ articleId, userId }, { tab: tab.id, wants: asked })
    answered.current(answer)
    // An answer from before a take-over knows nothing of it.
    if (answer.kind === 'heard' && wants.current === asked) await settle(answer.lock)
    // Whoever was here before the line was cut goes on writing: both texts are kept whatever happens.
    if (answer.kind === 'unreachable' && current.current.kind === 'unknown') sit({ kind: 'mine' })
  }, [live, articleId, userId, mayEdit, settle, sit])

  useEffect(() => {
    if (!mayEdit) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const turn = async () => {
      await poll()
      if (!isOver) timer = setTimeout(turn, document.visibilityState === 'hidden' ? everyHiddenMs : everyMs)
    }
    const onVisible = () => {
      if (document.visibilityState !== 'visible') return
      clearTimeout(timer)
      void turn()
    }
    void turn()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [mayEdit, poll])

  const takeOver = useCallback(() => {
    const tab = live.current?.tab
    if (!tab) return
    wants.current = 'take'
    tab.tell({ kind: 'taking', tab: tab.id })
    void poll()
  }, [live, poll])

  const hear = useCallback(
    (message: TabMessage) => {
      const tab = live.current?.tab
      if (!tab || !mayEdit) return
      const isMine = current.current.kind === 'mine'
      if (message.kind === 'asking' && isMine) tab.tell({ kind: 'writing', tab: tab.id })
      if (message.kind === 'taking' || (message.kind === 'writing' && !isMine)) give({ kind: 'other-tab' })
    },
    [live, mayEdit, give],
  )
  return { seat, takeOver, hear, poll }
}

function firstSeat({
  mayEdit,
  lock,
  userId,
}: {
  readonly mayEdit: boolean
  readonly lock: LockView | null
  readonly userId: string
}): Seat {
  if (!mayEdit) return { kind: 'reader' }
  if (!lock) return { kind: 'mine' }
  return lock.holder.id === userId ? { kind: 'unknown' } : { kind: 'other', lock }
}
