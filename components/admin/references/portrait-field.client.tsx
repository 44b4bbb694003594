'use client'

import { useState, useTransition } from 'react'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import type { Bar } from '#lib/domain/media/rights.ts'
import { type PictureChoice, pictureWords } from '#lib/domain/writing/editor/lookups.ts'

type Props = {
  readonly current: PictureChoice | null
  readonly locale: string
  readonly find: (question: { readonly text: string }) => Promise<readonly PictureChoice[]>
  readonly words: Readonly<
    Record<'portrait' | 'noPortrait' | 'findPortrait' | 'find' | 'noPictures' | 'noAlt' | 'describe', string>
  >
  readonly bars: Readonly<Record<Bar, string>>
}

/** A picture of the library as a radio button: the one that stands, none, or one that a search found and that may be placed. */
export function PortraitField({ current, locale, find, words, bars }: Props) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly PictureChoice[] | null>(null)
  const [chosen, setChosen] = useState(current?.id ?? null)
  const [isSearching, startSearch] = useTransition()
  const search = () => startSearch(async () => setFound(await find({ text })))
  const shown = [...(current ? [current] : []), ...(found ?? []).filter(({ id }) => id !== current?.id)]
  return (
    <fieldset className="field portraits">
      <legend>{words.portrait}</legend>
      <div className="row">
        <input
          type="search"
          value={text}
          aria-label={words.findPortrait}
          placeholder={words.findPortrait}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter looks for pictures; it does not save the form around them.
            event.preventDefault()
            search()
          }}
        />
        <button type="button" className="button plain" aria-disabled={isSearching} onClick={search}>
          {words.find}
        </button>
      </div>
      <p className="hint" role="status">
        {found?.length === 0 ? words.noPictures : ''}
      </p>
      <label className="check">
        <input type="radio" name="pictureId" value="" checked={chosen === null} onChange={() => setChosen(null)} />
        <span>{words.noPortrait}</span>
      </label>
      {shown.map((picture) => (
        <Portrait
          key={picture.id}
          picture={picture}
          locale={locale}
          isChosen={chosen === picture.id}
          noAlt={words.noAlt}
          bar={picture.bar && bars[picture.bar]}
          isBarred={picture.bar !== null && picture.id !== current?.id}
          onChoose={() => setChosen(picture.id)}
        />
      ))}
      <a href="/admin/pictures">{words.describe}</a>
    </fieldset>
  )
}

type PortraitProps = {
  readonly picture: PictureChoice
  readonly locale: string
  readonly isChosen: boolean
  readonly noAlt: string
  /** What its rights say. A portrait that stands already may stay. */
  readonly bar: string | null
  readonly isBarred: boolean
  readonly onChoose: () => void
}

function Portrait({ picture, locale, isChosen, noAlt, bar, isBarred, onChoose }: PortraitProps) {
  const { alt, isOwn } = pictureWords(picture, locale)
  const { width, height } = renditionNear(picture, '1x1', 160)
  return (
    <label className="check">
      <input
        type="radio"
        name="pictureId"
        value={picture.id}
        checked={isChosen}
        disabled={isBarred}
        onChange={onChoose}
      />
      {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
      <img
        src={renditionAddress({ token: picture.token, crop: '1x1', width, format: 'webp' })}
        alt=""
        width={width}
        height={height}
      />
      <span dir="auto">
        {alt || picture.fileName}
        {bar && <span className="wrong"> {bar}.</span>}
        {!isOwn && <span className="wrong"> {noAlt}</span>}
      </span>
    </label>
  )
}
