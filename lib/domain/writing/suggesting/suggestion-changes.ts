import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedBody } from './suggested-body.ts'
import { type Suggestion, suggestionsOf } from './suggestions-of.ts'
import { mostVerdicts, verdictOn } from './verdict-on.ts'

/** `settled`: it is gone, and the words don't tell how. */
export type SuggestionChange = {
  readonly kind: 'suggested' | 'accepted' | 'rejected' | 'settled'
  readonly suggestion: Suggestion
}

/** Which suggestions came and which went between two texts; one that says something else now did both. */
export function suggestionChanges({
  before,
  after,
}: {
  readonly before: SuggestedBody
  readonly after: SuggestedBody
}): readonly SuggestionChange[] {
  const [former, present] = [suggestionsOf(before), suggestionsOf(after)]
  const went = missingIn(present, former)
  const isOpen = new Set(present.map(({ id }) => id))
  const fateOf = ({ id }: Suggestion): SuggestionChange['kind'] => {
    const verdict = isOpen.has(id) || went.length > mostVerdicts ? null : verdictOn(id, before, after)
    return verdict === null ? 'settled' : `${verdict}ed`
  }
  return [
    ...went.map((suggestion) => ({ kind: fateOf(suggestion), suggestion })),
    ...missingIn(former, present).map((suggestion) => ({ kind: 'suggested' as const, suggestion })),
  ]
}

function missingIn(those: readonly Suggestion[], these: readonly Suggestion[]): readonly Suggestion[] {
  const wordsOf = ({ id, deleted, inserted, blocks }: Suggestion) => canonicalJson({ id, deleted, inserted, blocks })
  const known = new Set(those.map(wordsOf))
  return these.filter((suggestion) => !known.has(wordsOf(suggestion)))
}
