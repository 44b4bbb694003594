'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FrontChoice } from '#lib/domain/sections/front-slots.ts'
import { useFound } from '../editor/use-found.ts'
import { Button } from '../ui/button.tsx'
import { FieldFrame } from '../ui/field.tsx'

type Props = {
  readonly id: string
  /** The form gets the article's number under this name, or nothing. */
  readonly name: string
  /** The field of the same form that names the edition. */
  readonly editionField: string
  readonly find: (question: { readonly editionId: number; readonly text: string }) => Promise<readonly FrontChoice[]>
  readonly words: Readonly<Record<'label' | 'hint' | 'drop' | 'none' | 'failed', string>>
}

/** Finds one published article of the edition that the form is about, by words of its headline. */
export function ArticlePicker({ id, name, editionField, find, words }: Props) {
  const [chosen, setChosen] = useState<FrontChoice | null>(null)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const stored = useRef<HTMLInputElement>(null)
  const editionId = () => {
    const edition = stored.current?.form?.elements.namedItem(editionField)
    return edition instanceof HTMLSelectElement ? Number(edition.value) : 0
  }
  useEffect(() => {
    // An article of one edition is none of another's.
    const form = stored.current?.form
    const forget = (event: Event) => {
      if (event.target instanceof HTMLSelectElement && event.target.name === editionField) setChosen(null)
    }
    form?.addEventListener('change', forget)
    return () => form?.removeEventListener('change', forget)
  }, [editionField])
  const found = useFound(text, (asked) => find({ editionId: editionId(), text: asked }))
  const choices = found.kind === 'found' ? found.items : []
  const drop = () => {
    // At once: what is typed next is already the new search.
    flushSync(() => setChosen(null))
    field.current?.focus()
  }
  return (
    <div>
      <input type="hidden" name={name} value={chosen?.articleId ?? ''} ref={stored} />
      {chosen ? (
        <div className="field">
          <p id={`${id}-label`}>{words.label}</p>
          <p>
            <strong dir="auto">{chosen.headline}</strong> <bdi className="hint">{chosen.blogName}</bdi>
          </p>
          <Button type="button" onPress={drop}>
            {words.drop}
          </Button>
        </div>
      ) : (
        <>
          <FieldFrame id={id} label={words.label} hint={words.hint}>
            <input
              id={id}
              ref={field}
              type="search"
              dir="auto"
              autoComplete="off"
              value={text}
              maxLength={200}
              aria-describedby={`${id}-hint`}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                // Enter looks for articles; it does not run the alert.
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
          </FieldFrame>
          <p className="hint" role="status">
            {found.kind === 'failed' && words.failed}
            {found.kind === 'found' && choices.length === 0 && words.none}
          </p>
          <ul className="front-choices">
            {choices.map((choice) => (
              <li key={choice.articleId}>
                <button type="button" className="button" onClick={() => setChosen(choice)}>
                  <span dir="auto">{choice.headline}</span>
                </button>
                <small>
                  <bdi>{choice.blogName}</bdi>
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
