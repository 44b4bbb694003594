import { useSyncExternalStore } from 'react'

/** False on the server and until the page's script has taken over: what is typed before into a controlled field would be lost. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

function neverChanges(): () => void {
  return () => undefined
}
