'use client'

import { useActionState, useMemo, useRef, useState } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { moved } from '#lib/domain/sections/arrange.ts'
import { type ArrangedSlot, type FrontChoice, mostSlots } from '#lib/domain/sections/front-slots.ts'
import { type FrontMessages, frontWords } from '#lib/i18n/admin/sections/fronts/words.ts'
import { type LibrarySetup, libraryOf } from '../pictures/picker/library.ts'
import { PicturePicker } from '../pictures/picker/picture-picker.tsx'
import { Button } from '../ui/button.tsx'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { Notice } from '../ui/notice.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'
import { useStepUp } from '../ui/use-step-up.ts'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { FrontPreview } from './front-preview.tsx'
import { FrontSearch } from './front-search.tsx'
import { FrontSlot, type OwnSlot } from './front-slot.tsx'

type Props = {
  readonly edition: {
    readonly id: number
    readonly locale: string
    readonly direction: Direction
    /** By its own name. */
    readonly language: string
  }
  readonly version: number
  readonly stored: readonly ArrangedSlot[]
  readonly publish: (state: FormState, form: FormData) => Promise<FormState>
  readonly keep: (asked: { readonly edition: string; readonly slots: string }) => Promise<'kept' | null>
  readonly library: LibrarySetup
  readonly find: (question: { readonly editionId: number; readonly text: string }) => Promise<readonly FrontChoice[]>
  readonly locale: string
  readonly messages: FrontMessages
  readonly working: string
}

/** A front in the making: articles in their order, each with words of its own for this place, and a search for more. */
export function FrontArranger({ edition, version, stored, publish, find, locale, messages, working, ...props }: Props) {
  const words = useMemo(() => frontWords(locale, messages), [locale, messages])
  const [slots, setSlots] = useState<readonly OwnSlot[]>(() => stored.filter(({ isPublic }) => isPublic).map(ownSlot))
  const library = useMemo(() => libraryOf(props.library, { locale, edition }), [props.library, locale, edition])
  const [pictured, setPictured] = useState<OwnSlot | null>(null)
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<{ readonly slot: OwnSlot; readonly position: number } | null>(null)
  const [state, send] = useActionState(useAnswered(useStepUp(publish)), idle)
  const search = useRef<HTMLInputElement>(null)
  const hidden = stored.filter(({ isPublic }) => !isPublic).map(({ article }) => article.headline)
  const list = JSON.stringify(slots.map(sentSlot))
  const storedList = JSON.stringify(stored.map((slot) => sentSlot(ownSlot(slot))))
  useUnsaved(list !== JSON.stringify(stored.filter(({ isPublic }) => isPublic).map((slot) => sentSlot(ownSlot(slot)))))
  const change = (slot: OwnSlot, changed: Partial<OwnSlot>) =>
    setSlots((before) => before.map((one) => (one.article === slot.article ? { ...one, ...changed } : one)))
  const move = (from: number, to: number) => {
    const slot = slots[from]
    const next = moved(slots, from, to)
    if (!slot || next === slots) return
    setSlots(next)
    setSaid(words('moved', { name: slot.article.headline, position: to + 1 }))
  }
  const remove = (slot: OwnSlot) => {
    setRemoved({ slot, position: slots.indexOf(slot) })
    setSlots(slots.filter((other) => other !== slot))
    setSaid(words('removed', { name: slot.article.headline }))
    search.current?.focus()
  }
  const putBack = () => {
    if (!removed || slots.length >= mostSlots) return setSaid(words('full'))
    const { slot, position } = removed
    setSlots([...slots.slice(0, position), slot, ...slots.slice(position)])
    setSaid(words('added', { name: slot.article.headline, position: Math.min(position, slots.length) + 1 }))
    setRemoved(null)
    search.current?.focus()
  }
  const add = (article: FrontChoice) => {
    if (slots.length >= mostSlots) return setSaid(words('full'))
    setSlots([...slots, { article, headline: '', standfirst: '', picture: null }])
    setSaid(words('added', { name: article.headline, position: slots.length + 1 }))
  }
  return (
    <div className="stack">
      <section aria-labelledby="front-slots">
        <h2 id="front-slots">{words('slots')}</h2>
        {hidden.length > 0 && <Notice>{words('hidden', { names: hidden.join(' · ') })}</Notice>}
        <p className="hint">{slots.length === 0 ? words('empty') : words('drag')}</p>
        <ol className="front-slots">
          {slots.map((slot, position) => (
            <FrontSlot
              key={slot.article.articleId}
              slot={slot}
              position={position}
              count={slots.length}
              edition={edition}
              words={words}
              onMove={move}
              onRemove={() => remove(slot)}
              onChange={(changed) => change(slot, changed)}
              onChoosePicture={() => setPictured(slot)}
            />
          ))}
        </ol>
        <form action={send} className="row">
          <input type="hidden" name="edition" value={edition.id} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="slots" value={list} />
          <FormErrors state={state} title={words('refusals.invalid')} labels={{}} />
          <SubmitButton working={working}>{words('publish')}</SubmitButton>
          <FrontPreview
            keep={() => props.keep({ edition: String(edition.id), slots: list })}
            address={`/preview/front/${edition.id}`}
            words={words}
          />
          <p className="said" role="status">
            {list !== storedList ? words('unsaved') : state.kind === 'done' ? state.message : ''}
          </p>
        </form>
        <div className="row">
          <p className="said" role="status">
            {said}
          </p>
          {removed && !slots.some(({ article }) => article.articleId === removed.slot.article.articleId) && (
            <Button type="button" onPress={putBack}>
              {words('putBack')}
            </Button>
          )}
        </div>
      </section>
      <FrontSearch
        ref={search}
        edition={edition}
        chosen={slots.map(({ article }) => article.articleId)}
        find={(text) => find({ editionId: edition.id, text })}
        words={words}
        onAdd={add}
      />
      {pictured && (
        <PicturePicker
          library={library}
          onChoose={(picture) => {
            change(pictured, { picture })
            setSaid(words('pictureChosen', { name: pictured.article.headline }))
            setPictured(null)
          }}
          onClose={() => setPictured(null)}
        />
      )}
    </div>
  )
}

function ownSlot({ article, headline, standfirst, picture }: ArrangedSlot): OwnSlot {
  return { article, headline: headline ?? '', standfirst: standfirst ?? '', picture }
}

/** As the form sends it. */
function sentSlot({ article, headline, standfirst, picture }: OwnSlot) {
  return { articleId: article.articleId, headline, standfirst, pictureId: picture?.id ?? null }
}
