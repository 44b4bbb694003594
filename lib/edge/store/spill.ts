import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Entry } from './entry.ts'
import { longestMemoryMs, type PurgeLog } from './purge-log.ts'
import { decodeSpill, encodeSpill } from './spill-file.ts'
import { sweepTagged, trimFolder } from './spill-sweep.ts'

export type SpillOptions = {
  readonly folder: string
  readonly maxBytes: number
  readonly buildId: string
  readonly purges: PurgeLog
  readonly now: () => number
  readonly log: (message: string, error?: unknown) => void
}

// Pages waiting to be written are also in memory: this many more bytes at most, at 40 KB each.
const longestQueue = 500

/**
 * Copies on disk, named by their key: nothing to load at start, nothing to keep in step between workers. Whether one
 * may be used is asked of the purge log when it is read.
 */
export function createSpill(options: SpillOptions) {
  const { folder, maxBytes, buildId, purges, now, log } = options
  const queue = new Map<string, Entry>()
  let writing: Promise<void> | null = null
  let sweeping: Promise<void> = Promise.resolve()
  let writtenBytes = 0

  async function read(key: string): Promise<Entry | null> {
    const path = pathOf(folder, key)
    const file = await readFile(path).catch(() => null)
    if (!file) return null
    const found = decodeSpill(file)
    const isUsable =
      found?.header.key === key &&
      now() - found.header.renderedAt < longestMemoryMs &&
      purges.judge(found.header.tags, found.header.renderedAt) !== 'gone'
    if (!found || !isUsable) {
      await rm(path, { force: true }).catch(() => {})
      return null
    }
    const { header, bodies } = found
    const { renderedAt } = header
    const isStale = header.staleAt !== null || purges.judge(header.tags, renderedAt) === 'stale'
    // A known purge may be hours old by now, an unheard one too: such a copy only covers for a failed render.
    const isTrusted = !isStale && header.buildId === buildId && purges.wasListeningAt(renderedAt)
    return {
      ...header,
      bodies,
      tags: new Set(header.tags),
      staleAt: isTrusted ? null : now(),
      isTrusted,
      isStorable: true,
      cacheControl: null,
      isTail: header.lifetime.isLongTail,
      isUsed: false,
      heads: null,
    }
  }

  function write(entry: Entry): void {
    queue.delete(entry.key)
    queue.set(entry.key, entry)
    const [oldest] = queue.keys()
    if (queue.size > longestQueue && oldest !== undefined) queue.delete(oldest)
    writing ??= drain().finally(() => {
      writing = null
    })
  }

  async function drain(): Promise<void> {
    for (const [key, entry] of queue) {
      queue.delete(key)
      await writeFile(entry).catch((error: unknown) => log(`The copy of ${key} could not be kept on disk`, error))
      if (writtenBytes > maxBytes / 10) {
        writtenBytes = 0
        await trim()
      }
    }
  }

  async function writeFile(entry: Entry): Promise<void> {
    if (purges.judge(entry.tags, entry.renderedAt) === 'gone') return
    const path = pathOf(folder, entry.key)
    const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
    const parts = encodeSpill(entry, buildId)
    try {
      const file = await createFile(draft)
      try {
        await file.writev([...parts])
      } finally {
        await file.close()
      }
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    // Purged while it was written: a sweep may have passed already.
    if (purges.judge(entry.tags, entry.renderedAt) === 'gone') await rm(path, { force: true })
    writtenBytes += parts.reduce((sum, part) => sum + part.length, 0)
  }

  function trim(): Promise<void> {
    return trimFolder({ folder, maxBytes, olderThan: now() - longestMemoryMs }).catch((error: unknown) =>
      log('Old copies could not be cleared from disk', error),
    )
  }

  const firstTrim = setTimeout(trim, 60_000).unref()

  return {
    read,
    write,
    /** Deletes every copy made from one of the tags by then, whoever wrote it. Until it is through, the log makes them void. */
    purge(tags: readonly string[], until: number): void {
      // Also those from before the clock was set back: once it has caught up, the log would no longer know them.
      const isVoid = (renderedAt: number) => renderedAt <= until || purges.isAhead(renderedAt)
      sweeping = sweeping
        .then(() => sweepTagged({ folder, tags, isVoid }))
        .catch((error: unknown) => log('Purged copies could not be deleted from disk; they are not used', error))
    },
    async close(): Promise<void> {
      clearTimeout(firstTrim)
      await writing
      await sweeping
    },
  }
}

async function createFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    // Once for each of the 256 folders, and again after somebody emptied the cache by hand.
    await mkdir(dirname(path), { recursive: true })
    return open(path, 'wx')
  }
}

function pathOf(folder: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex')
  return join(folder, name.slice(0, 2), name)
}
