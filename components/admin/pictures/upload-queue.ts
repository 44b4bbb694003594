import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { offsetHeader, partBytes, type UploadAnswer, type UploadRefusal } from '#lib/domain/media/upload.ts'

/** A file on its way, as the page shows it. */
export type Sending = {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly received: number
  readonly state:
    | { readonly kind: 'waiting' | 'sending' | 'checking' | 'paused' | 'signed-out' }
    | { readonly kind: 'done'; readonly pictureId: number }
    | { readonly kind: 'refused'; readonly reason: UploadRefusal }
}

/** The file itself stays on the device until it has arrived: a reload goes on where it was. */
type Kept = {
  readonly key: string
  readonly userId: string
  readonly replaces: number | null
  readonly file: File
  /** The server's name for it, once it was announced. */
  readonly id: string | null
}

type Schema = DBSchema & { files: { key: string; value: Kept } }

export type UploadQueue = {
  readonly add: (files: readonly File[]) => void
  readonly giveUp: (key: string) => void
  /** Tries at once: the line may be back. */
  readonly wake: () => void
  readonly stop: () => void
}

const address = '/admin/uploads'
const firstPauseMs = 1_000
const longestPauseMs = 30_000

/**
 * Sends files one after another, each in parts that the server acknowledges. A broken line, a restart of the server and an expired
 * session stop nothing: the next part goes where the server says it got to.
 */
export function startUploadQueue(setting: {
  readonly userId: string
  readonly replaces: number | null
  readonly onChange: (sendings: readonly Sending[]) => void
}): UploadQueue {
  const { userId, replaces, onChange } = setting
  const sendings = new Map<string, Sending>()
  const files = new Map<string, Kept>()
  const stopped = new AbortController()
  let isRunning = false
  let endPause: () => void = () => undefined

  void restore()
  return {
    add: (added) => {
      for (const file of added) {
        const kept = { key: crypto.randomUUID(), userId, replaces, file, id: null }
        take(kept)
        void store(kept)
      }
      void run()
    },
    giveUp: (key) => {
      const id = files.get(key)?.id
      const isOver = /^(done|refused)$/.test(sendings.get(key)?.state.kind ?? '')
      if (id && !isOver) void fetch(`${address}/${id}`, { method: 'DELETE' }).catch(() => undefined)
      forget(key)
      sendings.delete(key)
      onChange([...sendings.values()])
    },
    wake: () => endPause(),
    stop: () => {
      stopped.abort()
      endPause()
    },
  }

  async function restore(): Promise<void> {
    const open = await database()
    for (const kept of (await open?.getAll('files').catch(() => [])) ?? [])
      if (kept.userId === userId && kept.replaces === replaces && !files.has(kept.key)) take(kept)
    await run()
  }

  function take(kept: Kept): void {
    files.set(kept.key, kept)
    const { name, size: bytes } = kept.file
    show(kept.key, { key: kept.key, name, bytes, received: 0, state: { kind: 'waiting' } })
  }

  function show(key: string, change: Partial<Sending>): void {
    const known = sendings.get(key)
    if (stopped.signal.aborted || (!known && !('key' in change))) return
    sendings.set(key, { ...known, ...change } as Sending)
    onChange([...sendings.values()])
  }

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let next = waiting(); next && !stopped.signal.aborted; next = waiting()) await send(next)
    isRunning = false
  }

  function waiting(): Kept | undefined {
    return [...files.values()].find(({ key }) => sendings.get(key)?.state.kind === 'waiting')
  }

  async function send(kept: Kept): Promise<void> {
    const { key, file } = kept
    let id = kept.id
    let received = 0
    let isKnown = false
    let pauseMs = firstPauseMs
    while (files.has(key) && !stopped.signal.aborted) {
      const isLast = isKnown && received + partBytes >= file.size
      if (isKnown) show(key, { received, state: { kind: isLast ? 'checking' : 'sending' } })
      const answer = await ask(id === null ? announce(kept) : isKnown ? part(id, file, received) : getState(id))
      switch (answer?.kind) {
        case 'receiving':
          if (id === null) {
            id = answer.id
            files.set(key, { ...kept, id })
            void store({ ...kept, id })
          }
          received = answer.received
          isKnown = true
          pauseMs = firstPauseMs
          continue
        case 'done':
          show(key, { received: file.size, state: { kind: 'done', pictureId: answer.pictureId } })
          return forget(key)
        case 'refused':
          show(key, { state: { kind: 'refused', reason: answer.reason } })
          return forget(key)
        default:
          show(key, { state: { kind: answer ? 'signed-out' : 'paused' } })
          isKnown = false
          await pause(pauseMs)
          pauseMs = Math.min(longestPauseMs, pauseMs * 2)
      }
    }
  }

  async function ask(request: Promise<Response>): Promise<UploadAnswer | null> {
    try {
      const response = await request
      // 5xx: the server is on its way back, or a proxy speaks for it. 507 it says itself: its disk is full.
      return response.status >= 500 && response.status !== 507 ? null : await response.json()
    } catch {
      return null
    }
  }

  function announce({ file }: Kept): Promise<Response> {
    const body = JSON.stringify({ fileName: file.name.slice(-255), bytes: file.size, replaces })
    return fetch(address, { method: 'POST', body, signal: stopped.signal })
  }

  function part(id: string, file: File, from: number): Promise<Response> {
    const body = file.slice(from, from + partBytes)
    const headers = { [offsetHeader]: String(from), 'content-type': 'application/octet-stream' }
    return fetch(`${address}/${id}`, { method: 'PUT', body, headers, signal: stopped.signal })
  }

  function getState(id: string): Promise<Response> {
    return fetch(`${address}/${id}`, { signal: stopped.signal })
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function forget(key: string): void {
    files.delete(key)
    void database().then((open) => open?.delete('files', key).catch(() => undefined))
  }
}

/** Where the device keeps nothing (a full disk, a private window), uploads work as long as the page is open. */
async function store(kept: Kept): Promise<void> {
  const open = await database()
  await open?.put('files', kept).catch(() => undefined)
}

let opened: Promise<IDBPDatabase<Schema> | null> | undefined

function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>('masthead-uploads', 1, {
    upgrade: (made) => {
      made.createObjectStore('files', { keyPath: 'key' })
    },
  }).catch(() => null)
  return opened
}
