'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { type PicturesMessages, type PicturesWords, picturesWords } from '#lib/i18n/admin/pictures/words.ts'
import { refusalWords } from './refusal-words.ts'
import { type Sending, startUploadQueue, type UploadQueue } from './upload-queue.ts'

type Props = {
  readonly userId: string
  readonly locale: string
  readonly messages: PicturesMessages
  readonly mostMegabytes: number
  /** The picture whose file is sent; without it every file becomes a picture. */
  readonly replaces?: number
  /** Sent at once. */
  readonly files?: readonly File[]
  /** Told of each file that became a picture; without it the page around is made anew. */
  readonly onArrived?: (pictureId: number) => void
}

/** Takes files by choice, drag and paste, and shows how far each one is. */
export function UploadPanel({ userId, locale, messages, mostMegabytes, replaces, files, onArrived }: Props) {
  const words = useMemo(() => picturesWords(locale, messages), [locale, messages])
  const id = useId()
  const queue = useRef<UploadQueue | null>(null)
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [isOver, setOver] = useState(false)
  const given = useRef(files ?? [])
  useEffect(() => {
    const started = startUploadQueue({ userId, replaces: replaces ?? null, onChange: setSendings })
    queue.current = started
    // Once: React may run an effect twice.
    started.add(given.current)
    given.current = []
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      started.add(replaces === undefined ? files : files.slice(0, 1))
    }
    addEventListener('online', started.wake)
    addEventListener('focus', started.wake)
    document.addEventListener('paste', paste)
    return () => {
      removeEventListener('online', started.wake)
      removeEventListener('focus', started.wake)
      document.removeEventListener('paste', paste)
      started.stop()
    }
  }, [userId, replaces])
  const add = (files: FileList | null) => {
    const all = [...(files ?? [])]
    queue.current?.add(replaces === undefined ? all : all.slice(0, 1))
  }
  const arrived = sendings.filter(({ state }) => state.kind === 'done').length
  const router = useRouter()
  const told = useRef(new Set<number>())
  const isOwnPage = onArrived === undefined
  useEffect(() => {
    if (arrived > 0 && isOwnPage) router.refresh()
  }, [arrived, isOwnPage, router])
  useEffect(() => {
    for (const { state } of sendings) {
      if (state.kind !== 'done' || told.current.has(state.pictureId)) continue
      told.current.add(state.pictureId)
      onArrived?.(state.pictureId)
    }
  }, [sendings, onArrived])
  return (
    <section
      className={isOver ? 'upload over' : 'upload'}
      aria-label={words('upload.title')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add(event.dataTransfer.files)
      }}
    >
      <label className="button primary" htmlFor={id}>
        {words(replaces === undefined ? 'upload.choose' : 'upload.chooseOne')}
        <input
          id={id}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/tiff"
          multiple={replaces === undefined}
          onChange={(event) => {
            add(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p className="hint">{words('upload.hint', { megabytes: mostMegabytes })}</p>
      {sendings.length > 0 && (
        <ul aria-label={words('upload.list')}>
          {sendings.map((sending) => (
            <SendingLine
              key={sending.key}
              sending={sending}
              words={words}
              locale={locale}
              onGiveUp={() => queue.current?.giveUp(sending.key)}
            />
          ))}
        </ul>
      )}
      <p role="status">
        {arrived > 0 && words(replaces === undefined ? 'upload.allDone' : 'replace.done', { count: arrived })}
      </p>
    </section>
  )
}

type LineProps = {
  readonly sending: Sending
  readonly words: PicturesWords
  readonly locale: string
  readonly onGiveUp: () => void
}

function SendingLine({ sending, words, locale, onGiveUp }: LineProps) {
  const { name, state } = sending
  const isOver = state.kind === 'done' || state.kind === 'refused'
  return (
    <li>
      <bdi>{name}</bdi>
      {!isOver && (
        <progress value={sending.received} max={sending.bytes} aria-label={words('upload.progress', { name })} />
      )}
      {state.kind === 'refused' ? (
        <p className="wrong" role="alert">
          {words('upload.refused', { name })} {refusalWords(state.reason, words)}
        </p>
      ) : (
        <p className="hint">{stateWords(sending, words, locale)}</p>
      )}
      <span className="row">
        {state.kind === 'done' && (
          <a className="button plain" href={`/admin/pictures/${state.pictureId}`}>
            {words('upload.open', { name })}
          </a>
        )}
        <button type="button" className="button quiet" onClick={onGiveUp}>
          {words(isOver ? 'upload.dismiss' : 'upload.cancel', { name })}
        </button>
      </span>
    </li>
  )
}

function stateWords({ state, received, bytes }: Sending, words: PicturesWords, locale: string): string {
  switch (state.kind) {
    case 'sending': {
      const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
      const percent = new Intl.NumberFormat(locale, { style: 'percent' })
      return words('upload.sending', {
        percent: percent.format(received / bytes),
        size: size.format(bytes / 1_048_576),
      })
    }
    case 'signed-out':
      return words('upload.signedOut')
    case 'refused':
      return ''
    default:
      return words(`upload.${state.kind}`)
  }
}
