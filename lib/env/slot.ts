import { AsyncLocalStorage } from 'node:async_hooks'

/** How a page asks the server for an answer that Next has no word for. */
export type Reply =
  | { readonly kind: 'moved'; readonly location: string }
  /** The same address without its first segment: the default edition has no prefix. */
  | { readonly kind: 'unprefixed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'missing' }
  /** A part of the page that it can't do without is down: 503, never stored. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'bad-request' }
  /** A format that we don't write: 501, as oEmbed asks. */
  | { readonly kind: 'unsupported' }

/** What one render tells the page cache about itself. */
export type RenderScope = {
  /** Tags of everything that was read (lib/domain/workflow/tags.ts). */
  readonly tags: Set<string>
  /** The page is out of date from then on, though nothing was written: an alert starts or ends. */
  freshUntil: Date | null
  reply: Reply | null
}

/** A render's scope travels with its asynchronous calls; outside of one there is none. */
export type Slot = {
  readonly renders: AsyncLocalStorage<RenderScope>
}

// The server (lib/runtime) and Next's bundle are two module graphs in one process: this symbol is all that they share.
const key = Symbol.for('masthead')
const holder = globalThis as typeof globalThis & { [key]?: Slot }

holder[key] ??= { renders: new AsyncLocalStorage<RenderScope>() }

export const slot: Slot = holder[key]

export function newScope(): RenderScope {
  return { tags: new Set(), freshUntil: null, reply: null }
}

/** Names what the current render depends on. Outside a render it does nothing. */
export function nameTags(...tags: readonly string[]): void {
  const scope = slot.renders.getStore()
  for (const tag of tags) scope?.tags.add(tag)
}

/** Ends the freshness of the current render at a moment known in advance; the earliest one counts. */
export function limitFreshness(until: Date): void {
  const scope = slot.renders.getStore()
  if (scope && (!scope.freshUntil || until < scope.freshUntil)) scope.freshUntil = until
}

/** Asks for a status that Next can't give. The body is still the page that was rendered. */
export function setReply(reply: Reply): void {
  const scope = slot.renders.getStore()
  if (scope) scope.reply = reply
}
