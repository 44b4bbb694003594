import { startTransition, useEffect, useRef, useState } from 'react'

/** A pause in typing that is longer than between two letters. */
const pauseMs = 400

/** What a value has become when it stays for a while: what is made of a long text is not made with each key. Null at first. */
export function useSettled<T>(value: T): T | null {
  const [settled, setSettled] = useState<T | null>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(() => value)), isFirst.current ? 0 : pauseMs)
    isFirst.current = false
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
