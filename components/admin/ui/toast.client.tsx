'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

type Say = (message: string) => void

const showsForMs = 6_000
const ToastContext = createContext<Say>(() => undefined)

/** A short confirmation in the corner of what the page itself also shows: never the only copy of a message. */
export function useToast(): Say {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<{ readonly message: string; readonly at: number } | null>(null)
  const say = useCallback((message: string) => setToast({ message, at: performance.now() }), [])
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(null), showsForMs)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status">
        {toast && (
          <p className="toast" key={toast.at}>
            {toast.message}
          </p>
        )}
      </div>
    </ToastContext>
  )
}
