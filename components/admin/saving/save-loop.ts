import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { isSameDraft } from '#lib/domain/writing/saving/merge.ts'
import type { Batch, BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'
import {
  acknowledged,
  heardOfVersion,
  keptHere,
  notKeptHere,
  rebased,
  type SaveState,
  startState,
  typed,
} from '#lib/domain/writing/saving/save-state.ts'
import type { DraftLog } from './draft-log.ts'

/** features.md 2.8: on this device within 300 ms, before any network; on the server within 2 s. */
export const keepWithinMs = 150
export const sendWithinMs = 1000
/** A device that says nothing for so long keeps nothing: the server must not wait for it. */
const keptWithinMs = 3000
/** A server that is away is asked again, ever less often up to this. */
const slowestRetryMs = 8000

export type SaveLoop = {
  readonly change: (draft: ArticleDraft) => void
  /** The text grows from another version from here on. With `draft` it is replaced. */
  readonly rebase: (base: {
    readonly version: number
    readonly base: ArticleDraft
    readonly draft?: ArticleDraft
  }) => void
  /** Nothing was written here: the text is what the server has. */
  readonly adopt: (newest: { readonly version: number; readonly draft: ArticleDraft }) => void
  readonly hear: (version: number) => void
  /** Everything typed so far on this device and on the server: what the server then has, or null when it could not be reached. */
  readonly flush: () => Promise<SentText | null>
  /** Flushes, and sends nothing more until `work` is done: a revision is made of exactly the text that is handed to it. */
  readonly withSent: <T>(work: (sent: SentText) => Promise<T>) => Promise<T | null>
  /** What a page that is going sends last, when anything waits. */
  readonly lastBatch: () => Batch | null
  readonly retry: () => void
  /** What stands here and in no revision goes to the server anew: somebody may have put its copy away meanwhile. */
  readonly sendAgain: () => void
  readonly state: () => SaveState
  readonly draft: () => ArticleDraft
  readonly base: () => ArticleDraft
  readonly stop: () => void
}

export type SentText = { readonly sequence: number; readonly draft: ArticleDraft }

type Options = {
  readonly tab: string
  readonly version: number
  readonly initial: ArticleDraft
  readonly log: Pick<DraftLog, 'keep' | 'prune'>
  readonly send: (batch: Batch) => Promise<BatchAnswer>
  readonly onState: (state: SaveState, answer?: BatchAnswer) => void
}

/**
 * Keeps one text safe: every state of it goes to the device first and to the server after, one request at a time, the newest
 * state only. Sequence numbers rise, so nothing that comes late undoes anything.
 */
export function startSaveLoop({ tab, version, initial, log, send, onState }: Options): SaveLoop {
  let state = startState({ version, sequence: 0 })
  let draft = initial
  let base = initial
  let hasServerBase = false
  let failures = 0
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let sendTimer: ReturnType<typeof setTimeout> | undefined
  let keeping: Promise<void> | null = null
  let sending: Promise<void> | null = null
  let isStopped = false
  let isHeld = false
  let sentText: SentText = { sequence: 0, draft: initial }

  const set = (next: SaveState, answer?: BatchAnswer) => {
    state = next
    if (!isStopped) onState(state, answer)
  }
  const batch = (): Batch => ({
    tab,
    sequence: state.typed,
    baseVersion: state.version,
    draft,
    ...(hasServerBase ? {} : { base }),
  })

  const keepNow = async (): Promise<void> => {
    clearTimeout(keepTimer)
    keepTimer = undefined
    while (keeping) await keeping
    if (state.kept >= state.typed) return
    const sequence = state.typed
    const at = new Date().toISOString()
    keeping = answerOf(log.keep({ tab, sequence, at, baseVersion: state.version, draft, base })).then((kept) => {
      keeping = null
      set(kept === 'kept' ? keptHere(state, sequence) : notKeptHere(state, kept))
    })
    await keeping
  }

  const sendNow = async (): Promise<void> => {
    clearTimeout(sendTimer)
    sendTimer = undefined
    while (sending) await sending
    if (state.acknowledged >= state.typed || isStopped || isHeld) return
    const sent = batch()
    sending = send(sent).then((answer) => {
      sending = null
      receive(sent, answer)
      if (answer.kind === 'heard') void log.prune(answer.sequence).catch(() => undefined)
      if (state.acknowledged < state.typed) scheduleSend()
    })
    await sending
  }

  const receive = (sent: Batch, answer: BatchAnswer): void => {
    if (answer.kind !== 'heard') {
      failures++
      const server = answer.kind === 'rejected' ? answer : { kind: answer.kind }
      set({ ...state, server }, answer)
      return
    }
    failures = 0
    // The text may have moved to another base while this was on its way: that one the server does not have yet.
    if (sent.base && sent.baseVersion === state.version) hasServerBase = true
    if (answer.sequence === sent.sequence) sentText = { sequence: sent.sequence, draft: sent.draft }
    set(acknowledged(state, answer), answer)
  }

  const scheduleSend = (): void => {
    if (sendTimer || isStopped || isHeld) return
    const waitMs = failures === 0 ? sendWithinMs : Math.min(slowestRetryMs, sendWithinMs * 2 ** (failures - 1))
    sendTimer = setTimeout(sendNow, waitMs)
  }

  const touch = (): void => {
    set(typed(state))
    keepTimer ??= setTimeout(keepNow, keepWithinMs)
    if (!sending) scheduleSend()
  }

  const flush = async (): Promise<SentText | null> => {
    const wanted = state.typed
    await keepNow()
    await sendNow()
    return state.acknowledged >= wanted ? sentText : null
  }

  return {
    change: (next) => {
      draft = next
      touch()
    },
    rebase: (onto) => {
      base = onto.base
      hasServerBase = false
      set(rebased(state, onto.version))
      if (!onto.draft) return
      draft = onto.draft
      touch()
    },
    adopt: (newest) => {
      base = newest.draft
      draft = newest.draft
      sentText = { sequence: state.acknowledged, draft }
      hasServerBase = false
      set(rebased(state, newest.version))
    },
    hear: (newest) => {
      const next = heardOfVersion(state, newest)
      if (next !== state) set(next)
    },
    flush,
    withSent: async (work) => {
      const sent = await flush()
      if (!sent) return null
      while (sending) await sending
      isHeld = true
      try {
        return await work(sentText)
      } finally {
        isHeld = false
        if (state.acknowledged < state.typed) scheduleSend()
      }
    },
    lastBatch: () => (state.acknowledged < state.typed ? batch() : null),
    retry: () => {
      failures = 0
      void sendNow()
    },
    sendAgain: () => {
      if (isSameDraft(draft, base)) return
      hasServerBase = false
      touch()
    },
    state: () => state,
    draft: () => draft,
    base: () => base,
    stop: () => {
      isStopped = true
      clearTimeout(keepTimer)
      clearTimeout(sendTimer)
    },
  }
}

type Kept = Awaited<ReturnType<DraftLog['keep']>>

function answerOf(keeping: Promise<Kept>): Promise<Kept> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('unavailable'), keptWithinMs)
    void keeping.then((kept) => {
      clearTimeout(timer)
      resolve(kept)
    })
  })
}
