import { diffComm } from 'node-diff3'
import type { Block, BlockKind, Body } from '#lib/domain/text/body.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { align } from './align.ts'
import { wordsOf } from './words.ts'

export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What became of a block. `changed` with no added or removed words: only its marks or its setting differ. */
export type BlockDiff = {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly block: BlockKind
  readonly lines: readonly (readonly DiffPart[])[]
}

/** Word by word, what was removed before what was added. Without the removed it is `after`, without the added `before`. */
export function diffWords({ before, after }: { readonly before: string; readonly after: string }): readonly DiffPart[] {
  const parts: DiffPart[] = []
  for (const { common, buffer1, buffer2 } of diffComm([...wordsOf(before)], [...wordsOf(after)])) {
    if (common) push(parts, 'same', common)
    else {
      push(parts, 'removed', buffer1)
      push(parts, 'added', buffer2)
    }
  }
  return parts
}

/** Block by block, and inside a block that was edited word by word. `linesOf` says what a reader of the comparison sees of a block. */
export function diffBodies(
  { before, after }: { readonly before: Body; readonly after: Body },
  linesOf: (block: Block) => readonly string[],
): readonly BlockDiff[] {
  const blocks = new Map<string, Block>()
  const keysOf = (body: Body) =>
    body.map((block) => {
      const key = canonicalJson(block)
      blocks.set(key, block)
      return key
    })
  const blocksOf = (keys: readonly string[] = []) => keys.map((key) => blocks.get(key) as Block)
  return diffComm(keysOf(before), keysOf(after)).flatMap(({ common, buffer1, buffer2 }) =>
    common
      ? blocksOf(common).map((block) => wholeBlock('same', block, linesOf))
      : diffRegion({ before: blocksOf(buffer1), after: blocksOf(buffer2) }, linesOf),
  )
}

function diffRegion(
  { before, after }: { readonly before: readonly Block[]; readonly after: readonly Block[] },
  linesOf: (block: Block) => readonly string[],
): readonly BlockDiff[] {
  const places = align(before, after) ?? before.map(() => -1)
  const diffs: BlockDiff[] = []
  let next = 0
  for (const [index, block] of before.entries()) {
    const place = places[index] ?? -1
    const became = after[place]
    if (!became) {
      diffs.push(wholeBlock('removed', block, linesOf))
      continue
    }
    diffs.push(...after.slice(next, place).map((added) => wholeBlock('added', added, linesOf)))
    diffs.push({ kind: 'changed', block: became.kind, lines: diffLines(linesOf(block), linesOf(became)) })
    next = place + 1
  }
  return [...diffs, ...after.slice(next).map((added) => wholeBlock('added', added, linesOf))]
}

function wholeBlock(
  kind: 'same' | 'added' | 'removed',
  block: Block,
  linesOf: (block: Block) => readonly string[],
): BlockDiff {
  return { kind, block: block.kind, lines: linesOf(block).map((text) => [{ kind, text }]) }
}

function diffLines(before: readonly string[], after: readonly string[]): BlockDiff['lines'] {
  if (before.length === after.length)
    return after.map((line, index) => diffWords({ before: before[index] ?? '', after: line }))
  return diffComm([...before], [...after]).flatMap(({ common, buffer1 = [], buffer2 = [] }) => [
    ...(common ?? []).map((text) => [{ kind: 'same', text } as const]),
    ...buffer1.map((text) => [{ kind: 'removed', text } as const]),
    ...buffer2.map((text) => [{ kind: 'added', text } as const]),
  ])
}

function push(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
  if (words.length > 0) parts.push({ kind, text: words.join('') })
}
