'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Sooner than this nobody wonders. */
const wonderMs = 300

/**
 * Says that another page of the list, or the same with other filters, is on its way: links and forms inside lead to whole pages.
 * Without script the browser alone shows it.
 */
export function ListState({ loading, children }: { readonly loading: string; readonly children: ReactNode }) {
  const [isLoading, setLoading] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const stay = () => {
      clearTimeout(timer.current)
      setLoading(false)
    }
    window.addEventListener('pageshow', stay)
    return () => {
      stay()
      window.removeEventListener('pageshow', stay)
    }
  }, [])
  const leave = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setLoading(true), wonderMs)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what the links and forms inside do
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key that follows a link is a click too
    <div
      className="stack"
      aria-busy={isLoading}
      onSubmit={(event) => {
        if (event.target instanceof HTMLFormElement && event.target.method === 'get') leave()
      }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest('a[href*="/admin/articles?"]') : null
        if (link && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) leave()
      }}
    >
      {children}
      <p className="loading" role="status">
        {isLoading ? loading : ''}
      </p>
    </div>
  )
}
