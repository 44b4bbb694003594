import { setTimeout as pause } from 'node:timers/promises'
import {
  carryOutDue,
  DueFailure,
  type DueOutcome,
  findNextDue,
  findOpenFindings,
} from '#lib/store/articles/due-articles.ts'
import { type Job, type Log, startJob } from './job.ts'

/** Articles whose publication or withdrawal broke. */
type Failed = Map<number, { readonly tries: number; readonly againAt: number }>

/** Another process may make or change a schedule: this one knows of it within so long. */
const lookEveryMs = 1_000
const lateMs = 60_000
const slowestRetryMs = 10_000
/** In one transaction: most of the time of a publication goes into round trips, and a batch needs no more of them than one article. */
const batchSize = 250
const mostFailuresInRow = 5
const slowestTryMs = 60_000

/** Publishes and withdraws what is due, in every process that serves; each article by exactly one of them (lib/store/articles/due-articles.ts). */
export function startPublishingDue(log: Log): Job {
  return startJob((signal) => keepPublishing(signal, log))
}

async function keepPublishing(signal: AbortSignal, log: Log): Promise<void> {
  const failed: Failed = new Map()
  let failures = 0
  let saidLate = 0
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      const next = await findNextDue()
      waitMs = next ? Math.max(0, Math.min(lookEveryMs, next.getTime() - Date.now())) : lookEveryMs
      if (next && waitMs === 0) {
        await carryOutAllDue(signal, log, failed)
        saidLate = (await sayWhatIsLate(next, saidLate, log)) ?? saidLate
        // What is due and still there is in another process's hands, or waits for its next try.
        waitMs = lookEveryMs
      }
      failures = 0
    } catch (error) {
      // Said once: the database's own lines tell the rest.
      if (failures === 0) log('Scheduled articles could not be looked for', error)
      waitMs = Math.min(slowestRetryMs, lookEveryMs * 2 ** failures++)
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

async function carryOutAllDue(signal: AbortSignal, log: Log, failed: Failed): Promise<void> {
  const published: number[] = []
  const takeSome = async (most: number, which: Parameters<typeof carryOutDue>[2]) => {
    const now = new Date()
    const outcomes = await carryOutDue(now, most, which)
    for (const outcome of outcomes) for (const line of linesAbout(outcome, now)) log(line)
    published.push(
      ...outcomes.flatMap(({ articleId, act, refusal }) => (refusal || act === 'withdraw' ? [] : [articleId])),
    )
    return outcomes.length
  }
  let most = batchSize
  let failedInRow = 0
  while (!signal.aborted) {
    try {
      if ((await takeSome(most, { except: [...failed.keys()] })) === 0) break
      failedInRow = 0
    } catch (error) {
      // One by one from here, so that what fails takes nothing with it; where all fail, it is not for what they say.
      if (!(error instanceof DueFailure) || ++failedInRow > mostFailuresInRow) throw error
      if (most === 1) setAside(failed, error, log)
      most = 1
    }
  }
  for (const [articleId, { againAt }] of failed) {
    if (signal.aborted || againAt > Date.now()) continue
    try {
      await takeSome(1, { only: articleId })
      failed.delete(articleId)
    } catch (error) {
      if (!(error instanceof DueFailure)) throw error
      setAside(failed, error, log)
    }
  }
  // Nothing that is due waits for this.
  for (const articleId of published) {
    const findings = await findOpenFindings(articleId, new Date())
    if (findings.length > 0)
      log(`Article ${articleId} was published by its schedule with open findings: ${findings.join(', ')}.`)
  }
}

/** Tried again ever more seldom, and by itself; said the first time. */
function setAside(failed: Failed, { due, cause }: DueFailure, log: Log): void {
  for (const { articleId, act, due: at } of due) {
    const tries = (failed.get(articleId)?.tries ?? 0) + 1
    failed.set(articleId, { tries, againAt: Date.now() + Math.min(slowestTryMs, lookEveryMs * 2 ** (tries - 1)) })
    if (tries === 1) log(`ALARM: Article ${articleId}, due ${at.toISOString()}, could not be ${done[act]}.`, cause)
  }
}

/** For whatever reason nothing went out: said once for each moment that is more than a minute over. Answers which that was. */
async function sayWhatIsLate(sawDue: Date, saidLate: number, log: Log): Promise<number | null> {
  if (Date.now() - sawDue.getTime() <= lateMs) return null
  const due = await findNextDue()
  if (!due || due.getTime() === saidLate || Date.now() - due.getTime() <= lateMs) return null
  log(`ALARM: what was due ${due.toISOString()} has not gone out yet, or has not been withdrawn.`)
  return due.getTime()
}

const done = { publish: 'published', withdraw: 'withdrawn' } as const

/** What an operator should know about what a schedule did. */
export function linesAbout({ articleId, act, due, refusal }: DueOutcome, now: Date): readonly string[] {
  const lateBy = now.getTime() - due.getTime()
  const name = `Article ${articleId}, due ${due.toISOString()},`
  if (refusal)
    return [`ALARM: ${name} was not ${done[act]} (${refusal.kind}) and is off the schedule: somebody must look at it.`]
  return lateBy > lateMs ? [`ALARM: ${name} was ${done[act]} ${Math.round(lateBy / 1000)} s late.`] : []
}
