'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { addPasskey, knowsPasskeys } from './passkey-exchange.ts'

type Props = {
  readonly words: { readonly name: string; readonly add: string; readonly failed: string; readonly unsupported: string }
}

export function AddPasskey({ words }: Props) {
  const router = useRouter()
  const id = useId()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState('')
  const add = async () => {
    setProblem('')
    if (!knowsPasskeys()) return setProblem(words.unsupported)
    const isAdded = await addPasskey(name.trim()).catch(() => false)
    if (!isAdded) return setProblem(words.failed)
    setName('')
    router.refresh()
  }
  return (
    <div className="form">
      <div className="field">
        <label htmlFor={id}>{words.name}</label>
        <input id={id} dir="auto" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="row">
        <button type="button" className="button" onClick={add}>
          {words.add}
        </button>
        <p className="wrong" role="alert">
          {problem}
        </p>
      </div>
    </div>
  )
}
