'use client'

import { useEffect, useState } from 'react'
import { knowsPasskeys, signInWithPasskey } from './passkey-exchange.ts'

type Props = {
  readonly label: string
  readonly failed: string
} & ({ readonly next: string } | { readonly onSignedIn: () => void })

/** Only where the browser can do it: without script, or on an old phone, the password is the way. */
export function PasskeySignIn(props: Props) {
  const { label, failed } = props
  const [isKnown, setKnown] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => setKnown(knowsPasskeys()), [])
  if (!isKnown) return null
  const start = async () => {
    setFailed(false)
    // The device throws when the person cancels: that is an answer too.
    const isIn = await signInWithPasskey().catch(() => false)
    if (!isIn) setFailed(true)
    else if ('next' in props) location.assign(props.next)
    else props.onSignedIn()
  }
  return (
    <div className="field">
      <div className="row">
        <button type="button" className="button" onClick={start}>
          {label}
        </button>
      </div>
      <p className="wrong" role="alert">
        {hasFailed ? failed : ''}
      </p>
    </div>
  )
}
