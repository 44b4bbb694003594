import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Purge } from '../contract.ts'
import { createPurgeClock } from './purge-clock.ts'

/** How a purge stands to something rendered from those tags at that time. */
export type Verdict = 'valid' | 'stale' | 'gone'

/** No copy on disk is used when older, so no older line of the log matters. */
export const longestMemoryMs = 30 * 24 * 3600 * 1000
const mostTags = 100_000
// A change carries the time at which its transaction began; renders saw the old state until it committed. Transactions
// are ended after 15 s (lib/store/database/client.ts).
const longestWriteMs = 60_000
// While the clock is behind, a process counts on by one millisecond for each purge that a render follows: never this many.
const mostCountedMs = 3_600_000

/**
 * Remembers when each tag was purged, and judges by it what is not in memory at that moment: renders under way and
 * copies on disk, whichever process wrote them. Hard purges are in `folder` before `add` returns: a copy that a crash
 * left behind is as invalid as one that was found and deleted.
 */
export function createPurgeLog(folder: string | null, now: () => number, log: Log) {
  const soft = new Map<string, number>()
  const hard = folder ? readLog(folder, now() - longestMemoryMs, log) : new Map<string, number>()
  const latest = startOf(hard, now())
  const clock = createPurgeClock(now, latest)
  // What was purged before this moment is unknown: this process did not listen yet, or has forgotten.
  let knownSince = Math.max(now(), latest)

  return {
    renderTime: clock.renderTime,
    isAhead: clock.isAhead,
    /** The time up to which renders count as made before the purge. */
    add({ tags, hard: isHard, ageMs = 0 }: Purge): number {
      const at = clock.purgeTime(Math.max(0, ageMs - longestWriteMs))
      const map = isHard ? hard : soft
      // A restart hears again what the log holds already; each time works out a little differently.
      const isNew = ageMs === 0 || tags.some((tag) => (map.get(tag) ?? -1) < at - 1000)
      for (const tag of tags) {
        const latest = Math.max(at, map.get(tag) ?? -1)
        map.delete(tag)
        map.set(tag, latest)
      }
      if (isHard && isNew && folder) append(folder, { at, tags }, log)
      for (const [tag, time] of soft) {
        if (soft.size <= mostTags) break
        soft.delete(tag)
        knownSince = Math.max(knownSince, time)
      }
      return at
    },
    /** Equal times count against the copy: a purge and a render in one millisecond may have either order. */
    judge(tags: Iterable<string>, renderedAt: number): Verdict {
      if (clock.isAhead(renderedAt)) return 'gone'
      let verdict: Verdict = 'valid'
      for (const tag of tags) {
        if ((hard.get(tag) ?? -1) >= renderedAt) return 'gone'
        if ((soft.get(tag) ?? -1) >= renderedAt) verdict = 'stale'
      }
      return verdict
    },
    /** False for a copy so old that a soft purge of it could have been missed. */
    wasListeningAt: (time: number): boolean => time > knownSince,
  }
}

/** Where a process begins to count: behind all that others have done, also where the clock was set back since the latest line. */
function startOf(hard: ReadonlyMap<string, number>, now: number): number {
  let latest = 0
  for (const time of hard.values()) latest = Math.max(latest, time)
  return latest > now ? latest + mostCountedMs : latest
}

export type PurgeLog = ReturnType<typeof createPurgeLog>

type Log = (message: string, error: unknown) => void
type Line = { readonly at: number; readonly tags: readonly string[] }

function append(folder: string, line: Line, log: Log): void {
  try {
    mkdirSync(folder, { recursive: true })
    const handle = openSync(join(folder, fileOf(line.at)), 'a')
    try {
      // The line break comes first: a line that a crash cut short spoils only itself.
      appendFileSync(handle, `\n${JSON.stringify(line)}`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    log('A hard purge could not be written down; it holds only while this process runs', error)
  }
}

/** One file a day: workers only append and delete, so none can lose another's line by rewriting. */
function fileOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 10)}.log`
}

/** The latest time of each tag: a clock that was set back leaves earlier lines behind later ones. */
function readLog(folder: string, since: number, log: Log): Map<string, number> {
  const times = new Map<string, number>()
  try {
    for (const name of readdirSync(folder)) {
      if (name < fileOf(since)) rmSync(join(folder, name), { force: true })
      else
        for (const { at, tags } of readLines(join(folder, name)))
          for (const tag of tags) times.set(tag, Math.max(at, times.get(tag) ?? 0))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log('The log of hard purges can’t be read', error)
  }
  return times
}

function readLines(file: string): readonly Line[] {
  return readFileSync(file, 'utf8').split('\n').flatMap(parseLine)
}

function parseLine(text: string): Line[] {
  try {
    const { at, tags } = JSON.parse(text) as Partial<Line>
    return typeof at === 'number' && Array.isArray(tags) ? [{ at, tags: tags.map(String) }] : []
  } catch {
    return []
  }
}
