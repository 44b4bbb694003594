import { memo, useMemo } from 'react'
import { countWords, plainText, readingMinutes } from '#lib/domain/text/article-words.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { type NameVariant, nameVariants } from '#lib/domain/writing/editor/name-variants.ts'
import { type ReadingHint, readingHints } from '#lib/domain/writing/editor/readability.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { Button } from '../../ui/button.tsx'
import { useSetting } from '../setting.ts'
import { useSettled } from '../use-settled.ts'

/** Counts and hints about the text. They follow typing at leisure: a keystroke never waits for them. */
export function ChecksPanel({
  draft,
  onShow,
}: {
  readonly draft: ArticleDraft
  readonly onShow: (words: string) => void
}) {
  const { edition } = useSetting()
  // Nothing at first: browsers and servers differ in where a word ends (ICU's versions), and pages must agree.
  const followed = useSettled(draft)
  const facts = useMemo((): Facts | null => {
    if (!followed) return null
    const { headline, standfirst } = followed
    // What readers would get: a word that is only suggested is not counted, nor is its spelling compared.
    const body = rejectAll(followed.body)
    const text = plainText(body)
    const count = countWords(text, edition.locale)
    return {
      count,
      minutes: readingMinutes(count, edition.locale),
      hints: readingHints(body, edition.locale),
      variants: nameVariants([headline, standfirst, text].join('\n'), edition.locale),
    }
  }, [followed, edition.locale])
  return facts && <Findings facts={facts} onShow={onShow} />
}

type Facts = {
  readonly count: number
  readonly minutes: number
  readonly hints: readonly ReadingHint[]
  readonly variants: readonly NameVariant[]
}

/** A long text has hundreds: they are drawn when they are others, not with each key. */
const Findings = memo(function Findings({
  facts: { count, minutes, hints, variants },
  onShow,
}: {
  readonly facts: Facts
  readonly onShow: (words: string) => void
}) {
  const { words } = useSetting()
  return (
    <>
      <p>
        {words('checks.words', { count })} · {words('checks.minutes', { minutes })}
      </p>
      {hints.length + variants.length === 0 && <p className="hint">{words('checks.fine')}</p>}
      {variants.length > 0 && <h3>{words('checks.names')}</h3>}
      <ul className="hints">
        {variants.map(({ spelling, variant }) => (
          <li key={`${spelling.word} ${variant.word}`}>
            <span>
              {words('checks.variant', {
                spelling: spelling.word,
                count: spelling.count,
                variant: variant.word,
                variantCount: variant.count,
              })}
            </span>
            <Button
              type="button"
              kind="quiet"
              label={`${words('checks.show')}: ${variant.word}`}
              onPress={() => onShow(variant.word)}
            >
              {words('checks.show')}
            </Button>
          </li>
        ))}
      </ul>
      {hints.length > 0 && <h3>{words('checks.hints')}</h3>}
      <ul className="hints">
        {hints.map((hint) => (
          <li key={`${hint.kind} ${hint.block} ${hint.excerpt}`}>
            <span>
              {words(hint.kind === 'long-sentence' ? 'checks.long_sentence' : 'checks.long_paragraph', {
                words: hint.words,
              })}{' '}
              <q dir="auto">{hint.excerpt}</q>
            </span>
            <Button
              type="button"
              kind="quiet"
              label={`${words('checks.show')}: ${hint.excerpt}`}
              onPress={() => onShow(hint.excerpt)}
            >
              {words('checks.show')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
})
