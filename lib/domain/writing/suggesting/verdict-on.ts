import { diffIndices } from 'node-diff3'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import { wordsOf } from '#lib/domain/writing/saving/words.ts'
import { settle, type Verdict } from './settle.ts'
import { inlinesOf, type SuggestedBlock, type SuggestedBody } from './suggested-body.ts'

/** Each verdict is found out by comparing whole texts, some 10 ms for a long one: nobody waits for more than these. */
export const mostVerdicts = 20

/**
 * What became of a suggestion is not written anywhere: the text is nearer to the one with it, or to the one without. Null when it is
 * as near to both, as when the whole paragraph went.
 */
export function verdictOn(id: string, base: SuggestedBody, side: SuggestedBody): Verdict | null {
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
