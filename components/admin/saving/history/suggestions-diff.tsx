import type { SuggestionChange } from '#lib/domain/writing/suggesting/suggestion-changes.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { DiffParts } from './diff-parts.tsx'

/** Which suggestions came and which went between two texts, and how. Nothing when none did. */
export function SuggestionsDiff({
  changes,
  words,
}: {
  readonly changes: readonly SuggestionChange[]
  readonly words: SavingWords
}) {
  if (changes.length === 0) return null
  return (
    <div className="diff-block changed">
      <p className="hint">{words('diff.suggestions', { count: changes.length })}</p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.suggestion.id}`} dir="auto">
            {words(`diff.${change.kind}`)} <Said change={change} words={words} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Said({ change, words }: { readonly change: SuggestionChange; readonly words: SavingWords }) {
  const { deleted, inserted, blocks } = change.suggestion
  const silent = (kind: 'insertion' | 'deletion') =>
    blocks.flatMap((one) => (one.kind === kind ? [words(`blocks.${one.block}`)] : [])).join(', ')
  const parts = [
    { kind: 'removed', text: deleted || silent('deletion') },
    { kind: 'added', text: inserted || silent('insertion') },
  ] as const
  return <DiffParts parts={parts.filter(({ text }) => text !== '')} words={words} />
}
