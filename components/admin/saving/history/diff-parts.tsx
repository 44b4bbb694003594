import type { DiffPart } from '#lib/domain/writing/saving/word-diff.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

/** Words that came and went, also for who can't see how they look: screen readers pass over bare ins and del. */
export function DiffParts({ parts, words }: { readonly parts: readonly DiffPart[]; readonly words: SavingWords }) {
  let place = 0
  return parts.map((part) => <DiffPartView key={place++} part={part} words={words} />)
}

function DiffPartView({ part: { kind, text }, words }: { readonly part: DiffPart; readonly words: SavingWords }) {
  if (kind === 'same') return text
  const said = <span className="hidden-words">{words(`diff.${kind}`)} </span>
  return kind === 'added' ? (
    <ins>
      {said}
      {text}
    </ins>
  ) : (
    <del>
      {said}
      {text}
    </del>
  )
}
