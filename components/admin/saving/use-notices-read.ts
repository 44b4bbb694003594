import { useEffect } from 'react'

export type NoticesSetup = {
  /** The newest that this person has not read about the article. */
  readonly newest: number | null
  readonly read: (looked: { readonly articleId: number; readonly newest: number }) => Promise<void>
}

/** What was said about an article is read once its page is looked at: a tab behind others that is made anew reads nothing. */
export function useNoticesRead(articleId: number, { newest, read }: NoticesSetup): void {
  useEffect(() => {
    if (newest === null) return
    const look = () => {
      if (document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', look)
      // What could not be told stays on the desk until the article is opened again.
      void read({ articleId, newest }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', look)
    look()
    return () => document.removeEventListener('visibilitychange', look)
  }, [articleId, newest, read])
}
