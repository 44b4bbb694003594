import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { isDisputed } from '#lib/domain/writing/suggesting/disputed.ts'
import { marksIn, type SuggestedBlock, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { align } from './align.ts'
import { mergeLists, type Part, type Three } from './merge-lists.ts'
import { isOnceEach, undoWords, withoutMoved } from './merge-moved.ts'
import { mergeBlock } from './merge-value.ts'

/**
 * Three-way merge of bodies: by blocks, and inside a block that both edited by words. A suggestion that one accepted and the other
 * rejected is always asked about.
 */
export function mergeBodies(three: Three<SuggestedBody>): readonly Part<SuggestedBlock>[] {
  const parts = joined(mergeMoved(three) ?? mergeInPlace(three))
  if (!parts.some(({ kind }) => kind === 'agreed')) return parts
  const asked = new Set(
    parts.flatMap((part) => (part.kind === 'conflict' ? marksIn(part.base) : [])).map(({ id }) => id),
  )
  // Among equal words a merge can't tell which of them was meant, and might agree by chance.
  return isDisputed(three, asked) ? [{ kind: 'conflict', ...three }] : parts
}

function mergeInPlace(three: Three<SuggestedBody>): readonly Part<SuggestedBlock>[] {
  return mergeLists(three).flatMap((part) => (part.kind === 'conflict' ? mergeRegion(part) : [part]))
}

/**
 * Where blocks were moved, first their order is merged and then the words of each: what one moved and the other edited stands once,
 * where it was moved, as it was edited. Null where nothing was moved. Where a block would stand twice or nowhere, all of it is asked.
 */
function mergeMoved(three: Three<SuggestedBody>): readonly Part<SuggestedBlock>[] | null {
  const undone = undoWords(three)
  if (!undone) return null
  const { order, followed } = undone
  const parts = withoutMoved(mergeInPlace(order), followed, mergeRegion)
  if (!isOnceEach(parts, followed)) return [{ kind: 'conflict', ...three }]
  const of = (side: 'mine' | 'theirs', blocks: SuggestedBody) =>
    blocks.map((block) => followed.get(canonicalJson(block))?.[side] ?? block)
  return parts.flatMap((part): readonly Part<SuggestedBlock>[] => {
    if (part.kind === 'conflict') return [{ ...part, mine: of('mine', part.mine), theirs: of('theirs', part.theirs) }]
    return part.items.flatMap((block) => mergeWords(followed.get(canonicalJson(block)) ?? block))
  })
}

function mergeWords(block: SuggestedBlock | Three<SuggestedBlock>): readonly Part<SuggestedBlock>[] {
  if ('kind' in block) return [{ kind: 'agreed', items: [block] }]
  const [base, mine, theirs] = [block.base, block.mine, block.theirs].map(canonicalJson)
  if (mine === theirs || theirs === base) return [{ kind: 'agreed', items: [block.mine] }]
  return mine === base ? [{ kind: 'agreed', items: [block.theirs] }] : mergeOne(block)
}

/** Where both changed neighbouring blocks: each block is followed into both texts, and merged for itself. */
function mergeRegion(region: Three<readonly SuggestedBlock[]>): readonly Part<SuggestedBlock>[] {
  const { base, mine, theirs } = region
  const mineAt = align(base, mine)
  const theirsAt = align(base, theirs)
  if (!mineAt || !theirsAt) return [{ kind: 'conflict', base, mine, theirs }]
  const parts: Part<SuggestedBlock>[] = []
  let nextMine = 0
  let nextTheirs = 0
  const added = (untilMine: number, untilTheirs: number) => {
    parts.push(...mergeAdded(mine.slice(nextMine, untilMine), theirs.slice(nextTheirs, untilTheirs)))
    nextMine = Math.max(nextMine, untilMine)
    nextTheirs = Math.max(nextTheirs, untilTheirs)
  }
  for (const [index, block] of base.entries()) {
    const mineIndex = mineAt[index] ?? -1
    const theirsIndex = theirsAt[index] ?? -1
    added(Math.max(mineIndex, nextMine), Math.max(theirsIndex, nextTheirs))
    parts.push(...mergeOne({ base: block, mine: mine[mineIndex], theirs: theirs[theirsIndex] }))
    if (mineIndex >= 0) nextMine = mineIndex + 1
    if (theirsIndex >= 0) nextTheirs = theirsIndex + 1
  }
  added(mine.length, theirs.length)
  return parts
}

/** New blocks in one place: of one side they simply come in, of both it has to be asked. */
function mergeAdded(
  mine: readonly SuggestedBlock[],
  theirs: readonly SuggestedBlock[],
): readonly Part<SuggestedBlock>[] {
  if (mine.length > 0 && theirs.length > 0 && canonicalJson(mine) !== canonicalJson(theirs))
    return [{ kind: 'conflict', base: [], mine, theirs }]
  const items = mine.length > 0 ? mine : theirs
  return items.length > 0 ? [{ kind: 'agreed', items }] : []
}

function mergeOne({
  base,
  mine,
  theirs,
}: {
  readonly base: SuggestedBlock
  readonly mine: SuggestedBlock | undefined
  readonly theirs: SuggestedBlock | undefined
}): readonly Part<SuggestedBlock>[] {
  if (mine && theirs) {
    const merged = mergeBlock({ base, mine, theirs })
    return [
      merged
        ? { kind: 'agreed', items: [merged.value] }
        : { kind: 'conflict', base: [base], mine: [mine], theirs: [theirs] },
    ]
  }
  const kept = mine ?? theirs
  // One took it out: agreed when the other had left it as it was.
  if (!kept || canonicalJson(kept) === canonicalJson(base)) return []
  return [{ kind: 'conflict', base: [base], mine: mine ? [mine] : [], theirs: theirs ? [theirs] : [] }]
}

function joined(parts: readonly Part<SuggestedBlock>[]): readonly Part<SuggestedBlock>[] {
  const result: Part<SuggestedBlock>[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.kind === 'agreed' && last?.kind === 'agreed')
      result[result.length - 1] = { kind: 'agreed', items: [...last.items, ...part.items] }
    else result.push(part)
  }
  return result
}
