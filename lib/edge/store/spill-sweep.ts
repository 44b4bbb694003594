import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeSpillHeader } from './spill-file.ts'

type Sweep = {
  readonly folder: string
  readonly tags: readonly string[]
  readonly isVoid: (renderedAt: number) => boolean
}

/** Deletes the copies that carry one of the tags and whose render began at a time that is void. */
export async function sweepTagged({ folder, tags, isVoid }: Sweep): Promise<void> {
  const wanted = new Set(tags)
  for await (const path of spillFiles(folder)) {
    if (path.endsWith('.tmp')) continue
    const header = await readHeader(path)
    if (header && isVoid(header.renderedAt) && header.tags.some((tag) => wanted.has(tag))) {
      await rm(path, { force: true })
    }
  }
}

type Trim = { readonly folder: string; readonly maxBytes: number; readonly olderThan: number }

/** Deletes what is too old, and the oldest until nine tenths of the room are left in use. */
export async function trimFolder({ folder, maxBytes, olderThan }: Trim): Promise<void> {
  const files: { readonly path: string; readonly size: number; readonly changedAt: number }[] = []
  let total = 0
  for await (const path of spillFiles(folder)) {
    const found = await stat(path).catch(() => null)
    if (!found) continue
    // A draft this old is a crash's: writing one takes milliseconds.
    const isLeftOver = path.endsWith('.tmp') && found.mtimeMs < Date.now() - 3_600_000
    if (isLeftOver || found.mtimeMs < olderThan) {
      await rm(path, { force: true })
      continue
    }
    files.push({ path, size: found.size, changedAt: found.mtimeMs })
    total += found.size
  }
  if (total <= maxBytes) return
  for (const { path, size } of files.toSorted((a, b) => a.changedAt - b.changedAt)) {
    if (total <= maxBytes * 0.9) return
    await rm(path, { force: true })
    total -= size
  }
}

/** The 256 folders of copies; the log of purges lives beside them. */
async function* spillFiles(folder: string): AsyncGenerator<string> {
  for (const shard of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue
    for (const name of await readdir(join(folder, shard)).catch(() => [])) yield join(folder, shard, name)
  }
}

async function readHeader(path: string) {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  try {
    // Nearly every header fits; the front page's hundred tags may not.
    for (const size of [8 * 1024, 1024 * 1024]) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
      const header = decodeSpillHeader(buffer.subarray(0, bytesRead))
      if (header) return header
    }
    return null
  } finally {
    await file.close()
  }
}
