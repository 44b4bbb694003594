import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { Three } from '#lib/domain/writing/saving/merge-lists.ts'
import { marksIn, type SuggestedBody } from './suggested-body.ts'
import { mostVerdicts, verdictOn } from './verdict-on.ts'

/**
 * Whether one side accepted a suggestion and the other rejected it, however both went on writing; of those that are `asked` about
 * already nothing is said. Where both settled very many, yes: better one question too many.
 */
export function isDisputed({ base, mine, theirs }: Three<SuggestedBody>, asked: ReadonlySet<string>): boolean {
  if (canonicalJson(mine) === canonicalJson(theirs)) return false
  const [before, here, there] = [base, mine, theirs].map((body) => new Set(marksIn(body).map(({ id }) => id)))
  const settledByBoth = [...(before ?? [])].filter((id) => !here?.has(id) && !there?.has(id) && !asked.has(id))
  if (settledByBoth.length > mostVerdicts) return true
  return settledByBoth.some((id) => {
    const [one, other] = [verdictOn(id, base, mine), verdictOn(id, base, theirs)]
    return one !== null && other !== null && one !== other
  })
}
