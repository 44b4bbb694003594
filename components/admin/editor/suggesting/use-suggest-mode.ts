import { useCallback, useEffect, useState } from 'react'

/** Whether changes are made, or suggested. */
export type SuggestMode = { readonly isOn: boolean; readonly toggle: () => void }

/** Remembered for this article in this tab, through reloads and take-overs. */
export function useSuggestMode(articleId: number): SuggestMode {
  const [isOn, setOn] = useState(false)
  const key = `masthead-suggesting-${articleId}`
  // After the first paint: the server knows nothing of this tab.
  useEffect(() => setOn(remembered(key)), [key])
  const toggle = useCallback(
    () =>
      setOn((before) => {
        remember(key, !before)
        return !before
      }),
    [key],
  )
  return { isOn, toggle }
}

function remembered(key: string): boolean {
  try {
    return sessionStorage.getItem(key) === 'on'
  } catch {
    return false
  }
}

function remember(key: string, isOn: boolean): void {
  try {
    sessionStorage.setItem(key, isOn ? 'on' : 'off')
  } catch {
    // No storage: the mode holds until the page is left.
  }
}
