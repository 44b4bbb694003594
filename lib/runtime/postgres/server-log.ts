import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diskFull, StartFailure } from '../failure.ts'

/** One old log is kept beside the current one: together they never pass twice this size by much. */
const rotateAtBytes = 8 * 1024 * 1024
const tailBytes = 8 * 1024

export function logFile(folder: string): string {
  return join(folder, 'server.log')
}

/** Opens the log for appending; it goes to PostgreSQL as its standard error, so that it outlives this process. */
export function openLog(folder: string): number {
  const file = logFile(folder)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAtBytes) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** What was written to the log after byte `from`, at most the last 8 KB. */
export function readLogFrom(folder: string, from: number): string {
  const size = statSync(logFile(folder), { throwIfNoEntry: false })?.size ?? 0
  const start = Math.max(from, size - tailBytes, 0)
  if (size <= start) return ''
  const fd = openSync(logFile(folder), 'r')
  try {
    const buffer = Buffer.alloc(size - start)
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start))
  } finally {
    closeSync(fd)
  }
}

/** Turns PostgreSQL's own words into a failure that says what to do. */
export function postgresFailure(what: string, output: string, folder: string): StartFailure {
  if (/No space left on device|Disk quota exceeded|wrote only \d+ of|Check free disk space/i.test(output))
    return diskFull(folder)
  if (/Read-only file system|Permission denied/i.test(output)) {
    return new StartFailure(
      `${what}: ${keyLine(output)}`,
      `Make ${folder} writable for the database, or set VAR_DIR to another folder.`,
    )
  }
  return new StartFailure(`${what}: ${keyLine(output)}`, `Its whole log is ${logFile(folder)}. Nothing was removed.`)
}

/** The line that matters: the first fatal one, else the last one said. */
export function keyLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim())
  const line = lines.find((each) => /(PANIC|FATAL):/.test(each)) ?? lines.find((each) => /error:/i.test(each))
  return (line ?? lines.at(-1) ?? 'it said nothing').replace(/^.*?(PANIC|FATAL|error):\s*/i, '').trim()
}
