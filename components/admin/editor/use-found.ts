import { useEffect, useRef, useState } from 'react'

export type Found<T> =
  | { readonly kind: 'nothing-asked' | 'asking' | 'failed' }
  | { readonly kind: 'found'; readonly items: readonly T[] }

/** A pause in typing that means a question. */
const pauseMs = 250

/** Asks the server while somebody types, and shows only the answer to the last question. */
export function useFound<T>(
  text: string,
  find: (text: string) => Promise<readonly T[]>,
  { asksForAll } = { asksForAll: false },
): Found<T> {
  const [found, setFound] = useState<Found<T>>({ kind: 'nothing-asked' })
  const asked = useRef(find)
  asked.current = find
  const question = text.trim()
  useEffect(() => {
    if (question === '' && !asksForAll) return setFound({ kind: 'nothing-asked' })
    let isLate = false
    const answer = async () => {
      try {
        const items = await asked.current(question)
        if (!isLate) setFound({ kind: 'found', items })
      } catch {
        // The network or the session: the dialog says so, what is typed stays.
        if (!isLate) setFound({ kind: 'failed' })
      }
    }
    setFound((before) => (before.kind === 'found' ? before : { kind: 'asking' }))
    const timer = setTimeout(answer, pauseMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [question, asksForAll])
  return found
}
