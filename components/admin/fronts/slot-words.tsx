import type { Direction } from '#lib/domain/edition.ts'
import type { FrontWords } from '#lib/i18n/admin/sections/fronts/words.ts'
import { sectionLimits } from '#lib/input/sections/section-forms.ts'
import { FieldFrame } from '../ui/field.tsx'
import type { OwnSlot } from './front-slot.tsx'

type Props = {
  readonly slot: OwnSlot
  readonly edition: { readonly locale: string; readonly direction: Direction }
  readonly words: FrontWords
  readonly onChange: (change: Partial<OwnSlot>) => void
  readonly onChoosePicture: () => void
}

/** Words and picture for one place of a front; the article keeps its own. */
export function SlotWords({ slot, edition, words, onChange, onChoosePicture }: Props) {
  const { article, headline, standfirst, picture } = slot
  const name = article.headline
  const field = (part: 'headline' | 'standfirst') => `front-${part}-${article.articleId}`
  const common = (part: 'headline' | 'standfirst') => ({
    ...{ id: field(part), lang: edition.locale, maxLength: sectionLimits[part], value: slot[part] },
    ...{ placeholder: article[part], 'aria-describedby': `${field(part)}-hint` },
    dir: edition.direction,
  })
  return (
    <details open={Boolean(headline || standfirst || picture)}>
      <summary>{words('ownWords')}</summary>
      <div className="form">
        <FieldFrame id={field('headline')} label={words('own')} hint={words('ownHint')}>
          <input {...common('headline')} onChange={(event) => onChange({ headline: event.target.value })} />
        </FieldFrame>
        <FieldFrame id={field('standfirst')} label={words('standfirst')} hint={words('standfirstHint')}>
          <textarea
            rows={2}
            {...common('standfirst')}
            onChange={(event) => onChange({ standfirst: event.target.value })}
          />
        </FieldFrame>
        <div className="field">
          <strong>{words('picture')}</strong>
          <p className="hint">
            {picture ? words('pictureChosen', { name }) : words(article.picture ? 'pictureOwn' : 'pictureNone')}
          </p>
          <div className="row">
            <button
              type="button"
              className="button"
              aria-label={words('choosePicture', { name })}
              onClick={onChoosePicture}
            >
              {words('chooseAny')}
            </button>
            {picture && (
              <button
                type="button"
                className="button quiet"
                aria-label={words('dropPicture', { name })}
                onClick={() => onChange({ picture: null })}
              >
                {words('dropAny')}
              </button>
            )}
          </div>
        </div>
      </div>
    </details>
  )
}
