import type { Block } from '#lib/domain/text/body.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { blockLines } from '#lib/domain/writing/saving/block-text.ts'
import { type DraftField, draftFields } from '#lib/domain/writing/saving/merge.ts'
import { type BlockDiff, diffBodies, diffWords } from '#lib/domain/writing/saving/word-diff.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { suggestionChanges } from '#lib/domain/writing/suggesting/suggestion-changes.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { DiffParts } from './diff-parts.tsx'
import { SuggestionsDiff } from './suggestions-diff.tsx'

export type Say = (field: DraftField, value: unknown) => string

type Props = {
  readonly before: Partial<ArticleDraft> & Pick<ArticleDraft, 'body'>
  readonly after: Partial<ArticleDraft> & Pick<ArticleDraft, 'body'>
  /** A field's value in words: ids have names. */
  readonly say: Say
  readonly sayPicture: (pictureId: number) => readonly string[]
  /** What differs beside the article's own words: those of its pictures. */
  readonly more?: readonly FieldDiff[]
  readonly words: SavingWords
  readonly lang?: string
}

export type FieldDiff = { readonly label: string; readonly before: string; readonly after: string }

/**
 * Two texts word by word: what differs of the fields, which suggestions came and went, then the body as readers would get it, block
 * by block, unchanged stretches folded. No script needed.
 */
export function DraftDiff({ before, after, say, sayPicture, more = [], words, lang }: Props) {
  const own = draftFields
    .filter((field) => isKnown(field, before) && isKnown(field, after))
    .map((field) => ({
      label: words(`fields.${field}`),
      before: say(field, before[field]),
      after: say(field, after[field]),
    }))
  const fields = [...own, ...more].filter((one) => one.before !== one.after)
  const linesOf = (block: Block) =>
    block.kind === 'figure' ? [...sayPicture(block.pictureId), block.size, block.decorative ?? ''] : blockLines(block)
  const stretches = foldSame(diffBodies({ before: rejectAll(before.body), after: rejectAll(after.body) }, linesOf))
  const suggested = suggestionChanges({ before: before.body, after: after.body })
  if (fields.length === 0 && suggested.length === 0 && stretches.every((stretch) => stretch.kind === 'folded'))
    return <p>{words('diff.nothing')}</p>
  return (
    <div className="diff" lang={lang} dir="auto">
      {fields.length > 0 && (
        <dl>
          {fields.map(({ label, before, after }) => (
            <div key={`${label} ${before} ${after}`}>
              <dt>{label}</dt>
              <dd dir="auto">
                <DiffParts parts={diffWords({ before, after })} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <SuggestionsDiff changes={suggested} words={words} />
      {stretches.map((stretch) =>
        stretch.kind === 'folded' ? (
          <details key={stretch.key} className="diff-same">
            <summary>{words('diff.unchanged', { count: stretch.blocks.length })}</summary>
            {stretch.blocks.map((block) => (
              <BlockDiffView key={block.key} diff={block.diff} words={words} />
            ))}
          </details>
        ) : (
          <BlockDiffView key={stretch.key} diff={stretch.diff} words={words} />
        ),
      )}
    </div>
  )
}

/** Early revisions did not keep where the article stood: that is no difference. The one field that may be absent is empty then. */
function isKnown(field: DraftField, side: Partial<ArticleDraft>): boolean {
  return field === 'socialText' || side[field] !== undefined
}

function BlockDiffView({ diff, words }: { readonly diff: BlockDiff; readonly words: SavingWords }) {
  const block = words(`blocks.${diff.block}`)
  const isSilent = diff.kind === 'changed' && diff.lines.every((line) => line.every((part) => part.kind === 'same'))
  let place = 0
  return (
    <div className={`diff-block ${diff.kind}`}>
      {diff.kind !== 'same' && <p className="hint">{words(`diff.${diff.kind}Block`, { block })}</p>}
      {diff.lines.map((line) => (
        <p key={place++} dir="auto">
          <DiffParts parts={line} words={words} />
        </p>
      ))}
      {isSilent && <p className="hint">{words('diff.onlyMarks')}</p>}
    </div>
  )
}

type Keyed = { readonly key: string; readonly diff: BlockDiff }
type Stretch =
  | { readonly kind: 'folded'; readonly key: string; readonly blocks: readonly Keyed[] }
  | ({ readonly kind: 'shown' } & Keyed)

/** One unchanged block stays on each side of a change, so that it is read in its place. */
function foldSame(diffs: readonly BlockDiff[]): readonly Stretch[] {
  const isNear = (index: number) => [index - 1, index, index + 1].some((at) => diffs[at] && diffs[at].kind !== 'same')
  const stretches: Stretch[] = []
  for (const [index, diff] of diffs.entries()) {
    const keyed = { key: `${index}`, diff }
    const last = stretches.at(-1)
    if (isNear(index)) stretches.push({ kind: 'shown', ...keyed })
    else if (last?.kind === 'folded') stretches[stretches.length - 1] = { ...last, blocks: [...last.blocks, keyed] }
    else stretches.push({ kind: 'folded', key: `from-${index}`, blocks: [keyed] })
  }
  return stretches
}
