import { setTimeout as pause } from 'node:timers/promises'
import { runTask } from '#lib/import/run-task.ts'
import { dropImportFile, hasImportFile, importFilePath, listImportKeys } from '#lib/media/uploads/import-file.ts'
import { forgetOldFiles, listForgottenKeys } from '#lib/store/imports/import-files.ts'
import { claimRun, endRun } from '#lib/store/imports/import-runs.ts'
import { type Job, type Log, startJob } from './job.ts'

const lookEveryMs = 2_000
const slowestRetryMs = 30_000
const forgetEveryMs = 3_600_000

/** Does the imports that were started in the newsroom, one at a time in each process that serves; each by exactly one. */
export function startImporting(log: Log): Job {
  return startJob((signal) => keepImporting(signal, log))
}

async function keepImporting(signal: AbortSignal, log: Log): Promise<void> {
  let failures = 0
  let forgottenAt = 0
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      if (Date.now() - forgottenAt > forgetEveryMs) {
        forgottenAt = Date.now()
        await forgetFiles(new Date(forgottenAt))
      }
      if (await importNext(signal)) waitMs = 0
      failures = 0
    } catch (error) {
      if (failures === 0) log('An import ended unasked', error)
      waitMs = Math.min(slowestRetryMs, lookEveryMs * 2 ** failures++)
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Lets go of old files. Each node clears its own disk: a run may have been let go of at another one. */
export async function forgetFiles(now: Date): Promise<void> {
  await forgetOldFiles(now)
  for (const key of await listForgottenKeys(await listImportKeys())) await dropImportFile(key)
}

async function importNext(signal: AbortSignal): Promise<boolean> {
  const run = await claimRun(new Date())
  if (!run?.fileKey) return false
  if (await hasImportFile(run.fileKey)) await runTask(run, { path: importFilePath(run.fileKey), folder: null }, signal)
  else await endRun({ run, state: 'failed', problem: 'gone: the file', now: new Date() })
  return true
}
