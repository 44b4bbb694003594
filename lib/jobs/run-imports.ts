import { setTimeout as pause } from 'node:timers/promises'
import { runTask } from '#lib/import/run-task.ts'
import { hasImportFile, importFilePath } from '#lib/media/uploads/import-file.ts'
import { claimRun, endRun } from '#lib/store/imports/import-runs.ts'
import type { Job } from './publish-due.ts'

const lookEveryMs = 2_000
const slowestRetryMs = 30_000

/** Does the imports that were started in the newsroom, one at a time in each process that serves; each by exactly one. */
export function startImporting(log: (message: string, error?: unknown) => void): Job {
  const stopping = new AbortController()
  const ended = keepImporting(stopping.signal, log)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

async function keepImporting(signal: AbortSignal, log: (message: string, error?: unknown) => void): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      if (await importNext(signal)) waitMs = 0
      failures = 0
    } catch (error) {
      if (failures === 0) log('An import ended unasked', error)
      waitMs = Math.min(slowestRetryMs, lookEveryMs * 2 ** failures++)
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

async function importNext(signal: AbortSignal): Promise<boolean> {
  const run = await claimRun(new Date())
  if (!run?.fileKey) return false
  if (await hasImportFile(run.fileKey)) await runTask(run, { path: importFilePath(run.fileKey), folder: null }, signal)
  else await endRun({ run, state: 'failed', problem: 'gone: the file', now: new Date() })
  return true
}
