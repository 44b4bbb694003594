import type { ImportCounts, Loss } from '#lib/domain/imports/import-run.ts'
import { type Result, refuse } from '#lib/domain/result.ts'
import {
  endRun,
  findLastLoss,
  forgetLosses,
  type ImportRun,
  keepRun,
  LostRunError,
  noteStep,
} from '#lib/store/imports/import-runs.ts'
import { type ImportRefusal, runImport } from './run-import.ts'

const seenEveryMs = 15_000

/**
 * Does a run that this process holds, to its end or until `signal`: then it waits for the next process, unless somebody stopped it, or
 * only this one has the file.
 * Its row says all the time how far it is.
 */
export async function runTask(
  run: ImportRun,
  place: {
    readonly path: string
    readonly folder: string | null
    readonly onStep?: (counts: ImportCounts, losses: readonly Loss[]) => void
  },
  signal: AbortSignal,
): Promise<Result<ImportCounts, ImportRefusal>> {
  const { id, isDry, options } = run
  if (isDry) await forgetLosses(id)
  const saidTo = await findLastLoss(id)
  const stopped = new AbortController()
  const beat = setInterval(() => {
    keepRun(run, new Date()).then(
      (isOurs) => isOurs || stopped.abort(),
      () => undefined,
    )
  }, seenEveryMs)
  try {
    const done = await runImport({
      ...{ ...options, path: place.path, folder: place.folder, isDry, by: { name: run.startedBy } },
      signal: AbortSignal.any([signal, stopped.signal]),
      onStep: async ({ format, source, counts, losses }) => {
        await noteStep({ run, format, source, counts, losses, saidTo, now: new Date() })
        place.onStep?.(counts, losses)
      },
    })
    const problem = done.ok ? null : `${done.error.problem}: ${done.error.detail}`
    const ended = signal.aborted ? (run.fileKey === null ? 'stopped' : 'waiting') : 'done'
    const state = done.ok ? ended : 'failed'
    await endRun({ run, state, problem, now: new Date() })
    return done
  } catch (error) {
    if (error instanceof LostRunError) return refuse({ problem: 'gone', detail: error.message })
    await endRun({ run, state: 'failed', problem: 'internal', now: new Date() }).catch(() => undefined)
    throw error
  } finally {
    clearInterval(beat)
  }
}
