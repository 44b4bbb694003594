import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'

/** What a tab has typed, as it lies on this device: readable only with the key of the session it was typed in. */
type Entry = {
  readonly articleId: number
  readonly tab: string
  readonly sequence: number
  readonly at: string
  readonly baseVersion: number
  readonly userId: string
  readonly keyId: string
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

type Sealed = { readonly draft: ArticleDraft; readonly base: ArticleDraft }

export type KeptDraft = Sealed & Pick<Entry, 'tab' | 'sequence' | 'at' | 'baseVersion'>

export type DraftKey = { readonly id: string; readonly secret: string }

export type DraftLog = {
  /** Writes the next state of the text. Older ones go only when it is written: a crash in between loses nothing. */
  readonly keep: (draft: KeptDraft) => Promise<'kept' | 'full' | 'unavailable'>
  /** The server has everything up to this one. */
  readonly prune: (upTo: number) => Promise<void>
  /** The newest text of every other tab of this person that was open here, newest first. */
  readonly others: (findSecret: (keyId: string) => Promise<string | null>) => Promise<readonly KeptDraft[]>
  readonly forget: (tab: string) => Promise<void>
}

type Schema = DBSchema & { entries: { key: [number, string, number]; value: Entry; indexes: { at: string } } }

const databaseName = 'masthead-drafts'
const algorithm = 'AES-GCM'
/** States kept beside the newest: a half-written disk block spoils one of them. */
const spare = 2

export function openDraftLog(setting: {
  readonly articleId: number
  readonly tab: string
  readonly userId: string
  readonly key: DraftKey
}): DraftLog {
  const { articleId, tab, userId, key } = setting
  const range = (name: string, from: number, to: number) =>
    IDBKeyRange.bound([articleId, name, from], [articleId, name, to])
  const prune = async (upTo: number) => {
    const open = await openDatabase()
    await open?.delete('entries', range(tab, 0, upTo))
  }
  return {
    keep: async (draft) => {
      try {
        const open = await openDatabase()
        if (!open) return 'unavailable'
        const { sequence, at, baseVersion } = draft
        const closed = await seal({ draft: draft.draft, base: draft.base }, key.secret)
        const entry = { articleId, tab, userId, keyId: key.id, sequence, at, baseVersion, ...closed }
        await open.put('entries', entry)
        await open.delete('entries', range(tab, 0, sequence - spare - 1))
        return 'kept'
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
      }
    },
    prune,
    others: async (findSecret) => {
      const open = await openDatabase()
      const entries = (await open?.getAll('entries', IDBKeyRange.bound([articleId], [articleId, []]))) ?? []
      const foreign = entries.filter((entry) => entry.tab !== tab && entry.userId === userId)
      const newest = [...Map.groupBy(foreign, (entry) => entry.tab).values()].map((ofTab) =>
        ofTab.toSorted((one, other) => other.sequence - one.sequence),
      )
      const kept = await Promise.all(newest.map((ofTab) => firstReadable(ofTab, key, findSecret)))
      return kept.filter((one) => one !== null).toSorted((one, other) => other.at.localeCompare(one.at))
    },
    forget: async (other) => {
      const open = await openDatabase()
      await open?.delete('entries', range(other, 0, Number.MAX_SAFE_INTEGER))
    },
  }
}

export type HeldText = { readonly articleId: number; readonly at: string }

/** What this person wrote on this device and the server has not taken: what it has is pruned. Newest first. */
export async function findHeld(userId: string): Promise<readonly HeldText[]> {
  const open = await openDatabase()
  const own = ((await open?.getAll('entries')) ?? []).filter((entry) => entry.userId === userId)
  return own.toSorted((one, other) => other.at.localeCompare(one.at)).map(({ articleId, at }) => ({ articleId, at }))
}

/** Nothing of this person's drafts stays on this device. What others left stays sealed, for them. */
export async function dropHeld(userId: string): Promise<void> {
  const open = await openDatabase()
  const change = open?.transaction('entries', 'readwrite')
  for (let entry = await change?.store.openCursor(); entry; entry = await entry.continue())
    if (entry.value.userId === userId) await entry.delete()
  await change?.done
}

let opening: Promise<IDBPDatabase<Schema> | null> | null = null

/** Null where a browser has no storage or no cryptography (a page without TLS): drafts then live in the page and on the server. */
function openDatabase(): Promise<IDBPDatabase<Schema> | null> {
  opening ??= reallyOpen().catch(() => {
    opening = null
    return null
  })
  return opening
}

async function reallyOpen(): Promise<IDBPDatabase<Schema> | null> {
  if (!('indexedDB' in globalThis) || !globalThis.crypto?.subtle) return null
  return openDB<Schema>(databaseName, 1, {
    upgrade: (open) => {
      const entries = open.createObjectStore('entries', { keyPath: ['articleId', 'tab', 'sequence'] })
      entries.createIndex('at', 'at')
    },
    terminated: () => {
      opening = null
    },
  })
}

async function firstReadable(
  entries: readonly Entry[],
  key: DraftKey,
  findSecret: (keyId: string) => Promise<string | null>,
): Promise<KeptDraft | null> {
  for (const { keyId, nonce, sealed, tab, sequence, at, baseVersion } of entries) {
    const secret = keyId === key.id ? key.secret : await findSecret(keyId).catch(() => null)
    const opened = secret && (await unseal({ nonce, sealed }, secret))
    if (opened) return { ...opened, tab, sequence, at, baseVersion }
  }
  return null
}

async function seal(value: Sealed, secret: string): Promise<Pick<Entry, 'nonce' | 'sealed'>> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return { nonce, sealed: await crypto.subtle.encrypt({ name: algorithm, iv: nonce }, await keyOf(secret), bytes) }
}

async function unseal({ nonce, sealed }: Pick<Entry, 'nonce' | 'sealed'>, secret: string): Promise<Sealed | null> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: algorithm, iv: nonce }, await keyOf(secret), sealed)
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // Half written, or of another key: an older state of the same tab may still open.
    return null
  }
}

const keys = new Map<string, Promise<CryptoKey>>()

function keyOf(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret)
  if (known) return known
  const bytes = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0))
  const made = crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
  keys.set(secret, made)
  return made
}
