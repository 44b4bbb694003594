import { type Ref, useState } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import type { FrontChoice } from '#lib/domain/sections/front-slots.ts'
import type { FrontWords } from '#lib/i18n/admin/sections/fronts/words.ts'
import { useFound } from '../editor/use-found.ts'
import { FieldFrame } from '../ui/field.tsx'

type Props = {
  readonly ref: Ref<HTMLInputElement>
  readonly edition: { readonly locale: string; readonly direction: Direction }
  /** Stand on the front already. */
  readonly chosen: readonly number[]
  readonly find: (text: string) => Promise<readonly FrontChoice[]>
  readonly words: FrontWords
  readonly onAdd: (choice: FrontChoice) => void
}

/** The newest published articles, or those that fit the words typed, to be put on the front. */
export function FrontSearch({ ref, edition, chosen, find, words, onAdd }: Props) {
  const [text, setText] = useState('')
  const found = useFound(text, find, { asksForAll: true })
  const choices = found.kind === 'found' ? found.items.filter(({ articleId }) => !chosen.includes(articleId)) : []
  return (
    <section className="ruled" aria-labelledby="front-add">
      <h2 id="front-add">{words('add')}</h2>
      <div className="form">
        <FieldFrame id="front-search" label={words('search')}>
          <input
            id="front-search"
            type="search"
            ref={ref}
            dir="auto"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </FieldFrame>
        <p className="hint" role="status">
          {found.kind === 'failed'
            ? words('failed')
            : found.kind === 'found' && choices.length === 0 && words('nothing')}
        </p>
        <ul className="front-choices">
          {choices.map((choice) => (
            <li key={choice.articleId}>
              <button
                type="button"
                className="button"
                aria-label={words('choose', { name: choice.headline })}
                onClick={() => onAdd(choice)}
              >
                <span lang={edition.locale} dir={edition.direction}>
                  {choice.headline}
                </span>
              </button>
              <small>
                <bdi>{choice.blogName}</bdi>
              </small>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
