import { useEffect, useRef, useState } from 'react'
import type { FindAnswer } from '#lib/domain/lists/answer.ts'
import type { Found, RecentRef } from '#lib/domain/lists/found.ts'

export type FindActions = {
  readonly find: (question: { readonly text: string }) => Promise<FindAnswer>
  readonly recent: (question: { readonly refs: readonly RecentRef[] }) => Promise<readonly Found[]>
}

/** What is known about a question. `searching` keeps what was found before: a list that empties with every letter can't be read. */
export type Finding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' | 'found'; readonly items: readonly Found[]; readonly said: string }
  | { readonly kind: 'failed' | 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }

/** Typing faster than this asks once. */
const restMs = 120

const idle: Finding = { kind: 'idle' }

/** An answer, and the question that it answers: none where the question is asked anew. */
type Known = { readonly question: string | null; readonly finding: Finding }

/**
 * Asks the server about the newest question only: one call is on its way at a time, and what comes back to an older question is
 * dropped. What is answered is told from the words themselves, for a key may come between a letter and its effect.
 */
export function useFinder(text: string, find: FindActions['find']): Finding {
  const [known, setKnown] = useState<Known>({ question: null, finding: idle })
  const question = text.trim()
  const wanted = useRef('')
  const isBusy = useRef(false)
  useEffect(() => {
    wanted.current = question
    setKnown(({ finding }) => ({ question: null, finding: question === '' ? idle : finding }))
    if (question === '') return
    const rest = setTimeout(() => void ask(), restMs)
    return () => clearTimeout(rest)

    async function ask(): Promise<void> {
      if (isBusy.current) return
      isBusy.current = true
      for (let asked = ''; asked !== wanted.current; ) {
        asked = wanted.current
        const answer: Finding = await find({ text: asked }).catch(() => ({ kind: 'failed' }) as const)
        if (asked === wanted.current) setKnown({ question: asked, finding: asked === '' ? idle : answer })
      }
      isBusy.current = false
    }
  }, [question, find])
  if (question === '') return idle
  return known.question === question ? known.finding : searching(known.finding)
}

function searching(before: Finding): Finding {
  return { kind: 'searching', said: '', items: 'items' in before ? before.items : [] }
}
