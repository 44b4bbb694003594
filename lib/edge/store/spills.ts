import { join } from 'node:path'
import type { Lifetime } from '#lib/domain/site/route.ts'
import type { Entry } from './entry.ts'
import { createSpill, type SpillOptions } from './spill.ts'

/** Of the room on disk, what cursor pages and searches may fill: whoever makes up endless ones pushes out only their like. */
const tailShare = 1 / 8

/** Copies on disk in two corners, each bounded on its own: pages, and the long tail of rare variants. */
export function createSpills(options: SpillOptions) {
  const { folder, maxBytes } = options
  const pages = createSpill({ ...options, maxBytes: maxBytes * (1 - tailShare) })
  const tail = createSpill({ ...options, folder: join(folder, 'tail'), maxBytes: maxBytes * tailShare })
  const cornerOf = (lifetime: Lifetime) => (lifetime.isLongTail ? tail : pages)

  return {
    read: (key: string, lifetime: Lifetime): Promise<Entry | null> => cornerOf(lifetime).read(key),
    /** What is missing today is not worth keeping for an outage. */
    write(entry: Entry): void {
      if (entry.status !== 404) cornerOf(entry.lifetime).write(entry)
    },
    purge(tags: readonly string[], at: number): void {
      pages.purge(tags, at)
      tail.purge(tags, at)
    },
    close: async (): Promise<void> => {
      await Promise.all([pages.close(), tail.close()])
    },
  }
}

export type Spills = ReturnType<typeof createSpills>
