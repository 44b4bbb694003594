import { diffIndices } from 'node-diff3'
import { blockText } from '#lib/domain/saving/block-text.ts'
import type { Three } from '#lib/domain/saving/merge-lists.ts'
import { wordsOf } from '#lib/domain/saving/words.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { settle, type Verdict } from './settle.ts'
import { inlinesOf, marksIn, type SuggestedBlock, type SuggestedBody } from './suggested-body.ts'

/** Each is found out by comparing whole texts, some 10 ms for a long one. */
const mostCompared = 20

/**
 * Whether one side accepted a suggestion and the other rejected it, however both went on writing; of those that are `asked` about
 * already nothing is said. Where both settled very many, yes: better one question too many.
 */
export function isDisputed({ base, mine, theirs }: Three<SuggestedBody>, asked: ReadonlySet<string>): boolean {
  if (canonicalJson(mine) === canonicalJson(theirs)) return false
  const [before, here, there] = [base, mine, theirs].map((body) => new Set(marksIn(body).map(({ id }) => id)))
  const settledByBoth = [...(before ?? [])].filter((id) => !here?.has(id) && !there?.has(id) && !asked.has(id))
  if (settledByBoth.length > mostCompared) return true
  return settledByBoth.some((id) => {
    const [one, other] = [verdictOn(id, base, mine), verdictOn(id, base, theirs)]
    return one !== null && other !== null && one !== other
  })
}

/**
 * What became of a suggestion is not written anywhere: the text is nearer to the one with it, or to the one without. Null when it is
 * as near to both, as when the whole paragraph went.
 */
function verdictOn(id: string, base: SuggestedBody, side: SuggestedBody): Verdict | null {
  const words = grain(side)
  const distance = (verdict: Verdict) => distanceOf(grain(settle(base, [id], verdict)), words)
  const [accepted, rejected] = [distance('accept'), distance('reject')]
  if (accepted === rejected) return null
  return accepted < rejected ? 'accept' : 'reject'
}

/** Words and blocks without their marks. */
function grain(body: SuggestedBody): readonly string[] {
  return body.flatMap((block) => [`<${block.kind}>`, ...grainOf(block)])
}

function grainOf(block: SuggestedBlock): readonly string[] {
  if (block.kind === 'fact-box') return [...wordsOf(block.title), ...grain(block.body)]
  if (inlinesOf(block).length > 0) return wordsOf(blockText(block)).map((word) => word.trim())
  const { suggestion, ...bare } = block
  return [canonicalJson(bare)]
}

function distanceOf(one: readonly string[], other: readonly string[]): number {
  return diffIndices([...one], [...other]).reduce((sum, { buffer1, buffer2 }) => sum + buffer1[1] + buffer2[1], 0)
}
