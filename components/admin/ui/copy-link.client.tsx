'use client'

import { useState } from 'react'
import { Button } from './button.tsx'

export type CopyWords = { readonly copy: string; readonly copied: string; readonly copyFailed: string }

/** A link that is shown this once, and a button that copies it. */
export function CopyLink({ link, words }: { readonly link: string; readonly words: CopyWords }) {
  const [copied, setCopied] = useState<'no' | 'copied' | 'copyFailed'>('no')
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied('copied'),
      // A browser without that right, or a page that is not HTTPS: the link stands there to be marked.
      () => setCopied('copyFailed'),
    )
  return (
    <>
      <code className="secret" dir="ltr">
        {link}
      </code>
      <div className="row">
        <Button type="button" kind="primary" onPress={() => void copy()}>
          {words.copy}
        </Button>
        <p className="said" role="status">
          {copied !== 'no' && words[copied]}
        </p>
      </div>
    </>
  )
}
