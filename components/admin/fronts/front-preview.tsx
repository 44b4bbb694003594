import { useState } from 'react'
import type { FrontWords } from '#lib/i18n/admin/sections/fronts/words.ts'

type Props = {
  /** Keeps what is arranged where the preview finds it. */
  readonly keep: () => Promise<'kept' | null>
  readonly address: string
  readonly words: FrontWords
}

/** Shows the front as readers would see it, in a tab of its own: nothing of it is published. */
export function FrontPreview({ keep, address, words }: Props) {
  const [isFailed, setFailed] = useState(false)
  const show = async () => {
    // Opened at the press of the button, or the browser would take it for an unasked one.
    const tab = open('about:blank', '_blank')
    const isKept = (await keep().catch(() => null)) === 'kept'
    setFailed(!isKept || !tab)
    if (!tab) return
    if (isKept) tab.location.href = address
    else tab.close()
  }
  return (
    <>
      <button type="button" className="button" aria-describedby="front-preview-hint" onClick={() => void show()}>
        {words('preview')}
      </button>
      <p className={isFailed ? 'wrong' : 'hint'} id="front-preview-hint" role={isFailed ? 'alert' : undefined}>
        {words(isFailed ? 'previewFailed' : 'previewHint')}
      </p>
    </>
  )
}
