import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How far this node has heard the outbox: what was withdrawn while it was down is replayed from there. */
export function readPosition(varDir: string): bigint | null {
  try {
    const text = readFileSync(join(varDir, 'outbox-position'), 'utf8').trim()
    return /^\d{1,19}$/.test(text) ? BigInt(text) : null
  } catch {
    // A first start: nothing was heard, and no copy was kept.
    return null
  }
}

/** Each worker writes its own; one that lags only makes the next start replay more. */
export function writePosition(varDir: string, position: bigint): void {
  const file = join(varDir, 'outbox-position')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${position}\n`)
  renameSync(draft, file)
}
