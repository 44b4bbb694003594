'use client'

import { useRef, useState } from 'react'
import { type ImportUploadAnswer, mostImportBytes, type TakenRoom } from '#lib/domain/imports/import-upload.ts'
import { offsetHeader, partBytes } from '#lib/domain/media/upload.ts'

type Words = {
  readonly choose: string
  readonly hint: string
  readonly sending: string
  readonly paused: string
  readonly signedOut: string
  readonly refused: string
  readonly tooLarge: string
  readonly noRoom: string
}

type Progress = {
  readonly kind: 'idle' | 'sending' | 'paused' | 'signed-out' | 'refused' | 'too-large' | 'no-room'
  readonly sent: number
  /** What takes the room. */
  readonly files?: readonly TakenRoom[]
}

const address = '/admin/imports'
const page = '/admin/import'
/** Insufficient Storage (RFC 4918): said at once, where other failures of the server pass. */
const noRoom = 507
const firstPauseMs = 1_000
const longestPauseMs = 30_000

/** Sends one file in parts that the server acknowledges: a broken line goes on where it was. Then its page opens. */
export function ImportUpload({ words }: { readonly words: Words }) {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle', sent: 0 })
  const isSending = useRef(false)

  async function send(file: File): Promise<void> {
    if (isSending.current) return
    if (file.size > mostImportBytes || file.size === 0) return setProgress({ kind: 'too-large', sent: 0 })
    isSending.current = true
    let key: string | null = null
    let received: number | null = 0
    let pauseMs = firstPauseMs
    for (;;) {
      const answer = await ask(key, received, file)
      if (answer?.kind === 'arrived') return location.assign(`${page}/${answer.runId}`)
      if (answer?.kind === 'refused') {
        isSending.current = false
        return setProgress({ kind: 'refused', sent: 0 })
      }
      if (answer?.kind === 'no-room') {
        isSending.current = false
        return setProgress({ kind: 'no-room', sent: 0, files: answer.files })
      }
      if (answer?.kind === 'receiving') {
        key = answer.key
        received = answer.received
        pauseMs = firstPauseMs
        setProgress({ kind: 'sending', sent: received / file.size })
        continue
      }
      setProgress((before) => ({ kind: answer ? 'signed-out' : 'paused', sent: before.sent }))
      // The next question is how far it got.
      if (key !== null) received = null
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
  }

  const percent = Math.floor(progress.sent * 100)
  return (
    <div className="field">
      <label htmlFor="import-file">{words.choose}</label>
      <p className="hint" id="import-hint">
        {words.hint}
      </p>
      <input
        id="import-file"
        type="file"
        accept=".xml,.json,.rss,.atom,.jsonl,application/xml,application/json,text/xml"
        aria-describedby="import-hint"
        disabled={progress.kind === 'sending' || progress.kind === 'paused'}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void send(file)
        }}
      />
      {progress.kind === 'sending' && <progress max={100} value={percent} aria-label={words.sending} />}
      <p role="status">{said(progress.kind, percent, words)}</p>
      {progress.files && (
        <ul className="report-kinds">
          {progress.files.map(({ runId, fileName, size }) => (
            <li key={runId}>
              <a href={`${page}/${runId}`}>
                <bdi>{fileName}</bdi>
              </a>{' '}
              <bdi>{size}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function said(kind: Progress['kind'], percent: number, words: Words): string {
  switch (kind) {
    case 'idle':
      return ''
    case 'sending':
      return `${words.sending} ${percent} %`
    case 'paused':
      return words.paused
    case 'signed-out':
      return words.signedOut
    case 'refused':
      return words.refused
    case 'too-large':
      return words.tooLarge
    case 'no-room':
      return words.noRoom
  }
}

async function ask(key: string | null, from: number | null, file: File): Promise<ImportUploadAnswer | null> {
  try {
    const response = await request(key, from, file)
    return response.status >= 500 && response.status !== noRoom ? null : await response.json()
  } catch {
    return null
  }
}

function request(key: string | null, from: number | null, file: File): Promise<Response> {
  if (key === null)
    return fetch(address, {
      method: 'POST',
      body: JSON.stringify({ fileName: file.name.slice(-255), bytes: file.size }),
    })
  if (from === null) return fetch(`${address}/${key}`)
  const headers = { [offsetHeader]: String(from), 'content-type': 'application/octet-stream' }
  return fetch(`${address}/${key}`, { method: 'PUT', body: file.slice(from, from + partBytes), headers })
}
