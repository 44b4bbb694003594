import { anchorOf } from '#lib/domain/text/anchor.ts'
import { canonicalJson, isSameJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedBlock, SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import type { ArticleDraft } from '../editor/article-draft.ts'
import { mergeBodies } from './merge-body.ts'
import { mergedList, type Part, type Three } from './merge-lists.ts'
import { mergeText } from './merge-value.ts'

export type DraftField = Exclude<keyof ArticleDraft, 'body'>
export type Choice = 'mine' | 'theirs' | 'both'

/** What has to be asked. `id` is the name of a field, or the place in the body: `body-0`, `body-1` … */
export type Conflict =
  | ({ readonly id: DraftField; readonly kind: 'field'; readonly mayTakeBoth: boolean } & Three<unknown>)
  | ({ readonly id: string; readonly kind: 'blocks'; readonly mayTakeBoth: true } & Three<SuggestedBody>)

/** A merge of two drafts that grew from one: what is agreed, and what only a person can decide. */
export type Merge = {
  readonly fields: Readonly<Record<DraftField, FieldPart>>
  readonly body: readonly Part<SuggestedBlock>[]
  readonly conflicts: readonly Conflict[]
}

type FieldPart = { readonly kind: 'agreed'; readonly value: unknown } | ({ readonly kind: 'conflict' } & Three<unknown>)

/** Texts are merged by words, lists by their items, all else is one thing: changed by one it is taken, by both it is asked. */
const grains = {
  headline: 'text',
  standfirst: 'text',
  description: 'text',
  socialText: 'text',
  sourceLine: 'text',
  sources: 'list',
  bylines: 'list',
  topicIds: 'set',
  pictureId: 'whole',
  slug: 'whole',
  blogId: 'whole',
} as const satisfies Readonly<Record<DraftField, 'text' | 'list' | 'set' | 'whole'>>

export const draftFields = Object.keys(grains) as readonly DraftField[]

/**
 * Merges what I wrote with what they wrote. What one of both changed is taken; what both changed differently is a conflict,
 * and never decided here.
 */
export function merge({ base, mine, theirs }: Three<ArticleDraft>): Merge {
  const fields = Object.fromEntries(
    draftFields.map((field) => [
      field,
      mergeField(field, { base: base[field], mine: mine[field], theirs: theirs[field] }),
    ]),
  ) as Merge['fields']
  const body = mergeBodies({ base: base.body, mine: mine.body, theirs: theirs.body })
  return { fields, body, conflicts: [...fieldConflicts(fields), ...bodyConflicts(body)] }
}

/** The draft that these choices make; null while one is missing. */
export function resolve(merge: Merge, choices: Readonly<Record<string, Choice>>): ArticleDraft | null {
  if (merge.conflicts.some(({ id }) => !choices[id])) return null
  const fields = Object.fromEntries(
    draftFields.flatMap((field) => {
      const part = merge.fields[field]
      const value = part.kind === 'agreed' ? part.value : chosenField(field, part, choices[field] ?? 'mine')
      return value === undefined ? [] : [[field, value]]
    }),
  )
  let place = 0
  const body = merge.body.flatMap((part) => {
    if (part.kind === 'agreed') return part.items
    const choice = choices[`body-${place++}`]
    return choice === 'both' ? [...part.mine, ...part.theirs] : choice === 'theirs' ? part.theirs : part.mine
  })
  return { ...fields, body: withOwnAnchors(body) } as ArticleDraft
}

export function isSameDraft(one: ArticleDraft, other: ArticleDraft): boolean {
  const whole = (draft: ArticleDraft) => ({ ...draft, socialText: draft.socialText ?? null })
  return isSameJson(whole(one), whole(other))
}

function mergeField(field: DraftField, three: Three<unknown>): FieldPart {
  const { base, mine, theirs } = three
  const [baseKey, mineKey, theirsKey] = [base, mine, theirs].map((value) => canonicalJson({ value: value ?? null }))
  if (mineKey === theirsKey || theirsKey === baseKey) return { kind: 'agreed', value: mine }
  if (mineKey === baseKey) return { kind: 'agreed', value: theirs }
  const merged = mergeBothChanged(field, three)
  return merged === undefined ? { kind: 'conflict', ...three } : { kind: 'agreed', value: merged }
}

function mergeBothChanged(field: DraftField, { base, mine, theirs }: Three<unknown>): unknown {
  switch (grains[field]) {
    case 'text': {
      if (typeof base !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string') return undefined
      return mergeText({ base, mine, theirs })?.value
    }
    case 'set':
      return mergedSet({ base, mine, theirs } as Three<readonly number[]>)
    case 'list': {
      const lists = { base, mine, theirs } as Three<readonly object[]>
      const items = mergedList(lists)
      // Both added one person, each in a role of their own: that is asked, and not the first one taken.
      if (!items || items.some((item) => items.some((other) => isTwin(item, other) && !isSame(item, other))))
        return undefined
      return withoutTwins(items)
    }
    case 'whole':
      return undefined
  }
}

function chosenField(field: DraftField, part: Three<unknown>, choice: Choice): unknown {
  const { mine, theirs } = part
  if (choice === 'theirs') return theirs
  if (choice === 'both' && grains[field] === 'set') return takenOf(part as Three<readonly number[]>)
  if (choice === 'mine' || grains[field] === 'whole') return mine
  if (Array.isArray(mine) && Array.isArray(theirs)) return withoutTwins(inBothRoles([...mine, ...theirs]))
  return [mine, theirs].filter(Boolean).join(' ')
}

/** What either added or took out is taken. The order is that of who changed it; undefined where both did, differently. */
function mergedSet({ base, mine, theirs }: Three<readonly number[]>): readonly number[] | undefined {
  const inAll = (ids: readonly number[]) =>
    ids.filter((id) => [base, mine, theirs].every((list) => list.includes(id))).join()
  const [isMoved, isMovedThere] = [inAll(mine) !== inAll(base), inAll(theirs) !== inAll(base)]
  if (isMoved && isMovedThere && inAll(mine) !== inAll(theirs)) return undefined
  return takenOf(isMovedThere ? { base, mine: theirs, theirs: mine } : { base, mine, theirs })
}

/** In the order of mine. */
function takenOf({ base, mine, theirs }: Three<readonly number[]>): readonly number[] {
  const isTaken = (id: number) => !base.includes(id) || (mine.includes(id) && theirs.includes(id))
  return [...new Set([...mine, ...theirs])].filter(isTaken)
}

/** Both added the same person, or the same source: it stands once, as it stands first. */
function withoutTwins(items: readonly object[]): readonly object[] {
  return items.filter((item, place) => items.findIndex((other) => isTwin(item, other)) === place)
}

function isTwin(one: object, other: object): boolean {
  return 'contributorId' in one && 'contributorId' in other
    ? one.contributorId === other.contributorId
    : isSame(one, other)
}

function isSame(one: object, other: object): boolean {
  return isSameJson(one, other)
}

/** Of somebody whom both name, in two roles, both roles are taken. */
function inBothRoles(items: readonly object[]): readonly object[] {
  const rolesOf = (item: object) =>
    items.flatMap((other) => ('role' in other && isTwin(item, other) && other.role !== null ? [other.role] : []))
  return items.map((item) =>
    'role' in item ? { ...item, role: [...new Set(rolesOf(item))].join(', ') || null } : item,
  )
}

function fieldConflicts(fields: Merge['fields']): readonly Conflict[] {
  return draftFields.flatMap((id): readonly Conflict[] => {
    const part = fields[id]
    return part.kind === 'conflict' ? [{ ...part, id, kind: 'field', mayTakeBoth: grains[id] !== 'whole' }] : []
  })
}

function bodyConflicts(body: readonly Part<SuggestedBlock>[]): readonly Conflict[] {
  return body
    .filter((part) => part.kind === 'conflict')
    .map((part, place) => ({ ...part, id: `body-${place}`, kind: 'blocks', mayTakeBoth: true }))
}

/** Of two crossheads with one anchor, the second gets its own: a link leads to one place. */
function withOwnAnchors(body: SuggestedBody): SuggestedBody {
  const taken = new Set<string>()
  return body.map((block) => {
    if (block.kind !== 'crosshead') return block
    const anchor = taken.has(block.anchor) ? anchorOf(block.text, taken) : block.anchor
    taken.add(anchor)
    return { ...block, anchor }
  })
}
