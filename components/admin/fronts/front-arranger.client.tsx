'use client'

import { useActionState, useMemo, useRef, useState } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { moved } from '#lib/domain/fronts/arrange.ts'
import { type ArrangedSlot, type FrontChoice, mostSlots } from '#lib/domain/fronts/front-slots.ts'
import { type FrontMessages, frontWords } from '#lib/i18n/admin/fronts/words.ts'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { Notice } from '../ui/notice.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { FrontSearch } from './front-search.tsx'
import { FrontSlot, type OwnSlot } from './front-slot.tsx'

type Props = {
  readonly edition: { readonly id: number; readonly locale: string; readonly direction: Direction }
  readonly version: number
  readonly stored: readonly ArrangedSlot[]
  readonly publish: (state: FormState, form: FormData) => Promise<FormState>
  readonly find: (question: { readonly editionId: number; readonly text: string }) => Promise<readonly FrontChoice[]>
  readonly locale: string
  readonly messages: FrontMessages
  readonly working: string
}

/** A front in the making: articles in their order, each with words of its own for this place, and a search for more. */
export function FrontArranger({ edition, version, stored, publish, find, locale, messages, working }: Props) {
  const words = useMemo(() => frontWords(locale, messages), [locale, messages])
  const [slots, setSlots] = useState<readonly OwnSlot[]>(() => stored.filter(({ isPublic }) => isPublic).map(ownSlot))
  const [said, setSaid] = useState('')
  const [state, send] = useActionState(publish, idle)
  const search = useRef<HTMLInputElement>(null)
  const hidden = stored.filter(({ isPublic }) => !isPublic).map(({ articleHeadline }) => articleHeadline)
  const list = JSON.stringify(slots.map(({ articleId, headline }) => ({ articleId, headline })))
  const storedList = JSON.stringify(
    stored.map((slot) => ({ articleId: slot.articleId, headline: slot.headline ?? '' })),
  )
  const move = (from: number, to: number) => {
    const slot = slots[from]
    const next = moved(slots, from, to)
    if (!slot || next === slots) return
    setSlots(next)
    setSaid(words('moved', { name: slot.name, position: to + 1 }))
  }
  const remove = (slot: OwnSlot) => {
    setSlots(slots.filter((other) => other !== slot))
    setSaid(words('removed', { name: slot.name }))
    search.current?.focus()
  }
  const add = ({ articleId, headline, blogName }: FrontChoice) => {
    if (slots.length >= mostSlots) return setSaid(words('full'))
    setSlots([...slots, { articleId, headline: '', name: headline, blogName }])
    setSaid(words('added', { name: headline, position: slots.length + 1 }))
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
              key={slot.articleId}
              slot={slot}
              position={position}
              count={slots.length}
              edition={edition}
              words={words}
              onMove={move}
              onRemove={() => remove(slot)}
              onHeadline={(headline) =>
                setSlots(slots.map((other) => (other === slot ? { ...other, headline } : other)))
              }
            />
          ))}
        </ol>
        <form action={send} className="row">
          <input type="hidden" name="edition" value={edition.id} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="slots" value={list} />
          <FormErrors state={state} title={words('refusals.invalid')} labels={{}} />
          <SubmitButton working={working}>{words('publish')}</SubmitButton>
          <p className="said" role="status">
            {list !== storedList ? words('unsaved') : state.kind === 'done' ? state.message : ''}
          </p>
        </form>
        <p className="said" role="status">
          {said}
        </p>
      </section>
      <FrontSearch
        ref={search}
        edition={edition}
        chosen={slots.map(({ articleId }) => articleId)}
        find={(text) => find({ editionId: edition.id, text })}
        words={words}
        onAdd={add}
      />
    </div>
  )
}

function ownSlot({ articleId, headline, articleHeadline, blogName }: ArrangedSlot): OwnSlot {
  return { articleId, headline: headline ?? '', name: articleHeadline, blogName }
}
