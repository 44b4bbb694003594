'use client'

import { useState } from 'react'
import { clock } from '#components/admin/saving/clock.ts'
import { DiffParts } from '#components/admin/saving/history/diff-parts.tsx'
import { DraftDiff, type Say } from '#components/admin/saving/history/draft-diff.tsx'
import type { OpenMerge } from '#components/admin/saving/saving.ts'
import { Button } from '#components/admin/ui/button.tsx'
import { Dialog } from '#components/admin/ui/dialog.client.tsx'
import { type Choice, type Conflict, resolve } from '#lib/domain/writing/saving/merge.ts'
import { diffWords } from '#lib/domain/writing/saving/word-diff.ts'
import { bracketedText } from '#lib/domain/writing/suggesting/bracketed-text.ts'
import { hasSuggestions, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

type Props = {
  readonly open: OpenMerge
  readonly words: SavingWords
  readonly locale: string
  readonly say: Say
  readonly sayPicture: (pictureId: number) => readonly string[]
  readonly onClose: () => void
}

/** Only what both changed is asked; nothing is chosen beforehand, so that nobody's words win by a key pressed too early. */
export function MergeScreen({ open, words, locale, say, sayPicture, onClose }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [isMissing, setMissing] = useState(false)
  const { merge, mine, by, at, apply } = open
  const result = resolve(merge, choices)
  const time = clock(locale, at)
  const { conflicts } = merge
  return (
    <Dialog isOpen title={words('merge.title')} closeLabel={words('merge.later')} onClose={onClose}>
      <p>{by === null ? words('merge.copyText', { time }) : words('merge.text', { name: by, time })}</p>
      <p>{conflicts.length === 0 ? words('merge.noQuestions') : words('merge.count', { count: conflicts.length })}</p>
      <form
        className="merge"
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(!result)
          if (result) apply(choices)
        }}
      >
        {conflicts.map((conflict) => (
          <Question
            key={conflict.id}
            conflict={conflict}
            words={words}
            say={say}
            sayPicture={sayPicture}
            choice={choices[conflict.id]}
            onChoose={(choice) => setChoices((before) => ({ ...before, [conflict.id]: choice }))}
          />
        ))}
        {result && (
          <section aria-labelledby="merge-result">
            <h3 id="merge-result">
              {by === null ? words('copies.compareTitle') : words('merge.result', { name: by })}
            </h3>
            <DraftDiff before={mine} after={result} say={say} sayPicture={sayPicture} words={words} />
          </section>
        )}
        {isMissing && !result && (
          <p className="wrong" role="alert">
            {words('merge.missing')}
          </p>
        )}
        <div className="row">
          <Button kind="primary">{words('merge.apply')}</Button>
          <Button type="button" kind="quiet" onPress={onClose}>
            {words('merge.later')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Question({
  conflict,
  words,
  say,
  sayPicture,
  choice,
  onChoose,
}: {
  readonly conflict: Conflict
  readonly words: SavingWords
  readonly say: Say
  readonly sayPicture: Props['sayPicture']
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}) {
  const textOf = (value: unknown) =>
    conflict.kind === 'blocks' ? bodyText(value as SuggestedBody, sayPicture) : say(conflict.id, value)
  const before = textOf(conflict.base)
  const choose = (which: Choice, text: string) => (
    <label className="check merge-choice">
      <input type="radio" name={conflict.id} checked={choice === which} onChange={() => onChoose(which)} />
      <span>
        <strong>{words(`merge.${which}`)}</strong>
        {which !== 'both' && (
          <span className="merge-text" dir="auto">
            {text ? <DiffParts parts={diffWords({ before, after: text })} words={words} /> : words('merge.empty')}
          </span>
        )}
      </span>
    </label>
  )
  return (
    <fieldset className="field ruled">
      <legend>{conflict.kind === 'field' ? words(`fields.${conflict.id}`) : words('merge.inText')}</legend>
      {hasBrackets(conflict) && <p className="hint">{words('merge.brackets')}</p>}
      {choose('mine', textOf(conflict.mine))}
      {choose('theirs', textOf(conflict.theirs))}
      {conflict.mayTakeBoth && choose('both', '')}
    </fieldset>
  )
}

function bodyText(body: SuggestedBody, sayPicture: Props['sayPicture']): string {
  return body
    .map((block) =>
      block.kind === 'figure'
        ? bracketedText(block, () => sayPicture(block.pictureId).join(' '))
        : bracketedText(block),
    )
    .join('\n')
}

function hasBrackets(conflict: Conflict): boolean {
  return conflict.kind === 'blocks' && [conflict.base, conflict.mine, conflict.theirs].some(hasSuggestions)
}
