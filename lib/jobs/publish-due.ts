import { setTimeout as pause } from 'node:timers/promises'
import { type DueOutcome, findNextDue, findOpenFindings, publishDue } from '#lib/store/articles/due-articles.ts'

export type Job = { readonly stop: () => Promise<void> }

/** A schedule is made or changed elsewhere: so long after it, this process knows. */
const lookEveryMs = 1_000
const lateMs = 60_000
const slowestRetryMs = 10_000
/** In one transaction: most of the time of a publication goes into round trips, and a batch needs no more of them than one article. */
const batchSize = 250

/** Publishes what is due, in every process that serves; each article by exactly one of them (store/due-articles.ts). */
export function startPublishingDue(log: (message: string, error?: unknown) => void): Job {
  const stopping = new AbortController()
  const ended = keepPublishing(stopping.signal, log)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

async function keepPublishing(signal: AbortSignal, log: (message: string, error?: unknown) => void): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      const next = await findNextDue()
      waitMs = next ? Math.max(0, Math.min(lookEveryMs, next.getTime() - Date.now())) : lookEveryMs
      if (waitMs === 0) {
        // After a failure one by one, so that what fails takes nothing with it.
        await publishAllDue(signal, log, failures === 0 ? batchSize : 1)
        // What is due and still there is in another process's hands.
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

async function publishAllDue(signal: AbortSignal, log: (message: string) => void, most: number): Promise<void> {
  const published: number[] = []
  while (!signal.aborted) {
    const now = new Date()
    const outcomes = await publishDue(now, most)
    if (outcomes.length === 0) break
    for (const outcome of outcomes) for (const line of linesAbout(outcome, now)) log(line)
    published.push(...outcomes.flatMap(({ articleId, refusal }) => (refusal ? [] : [articleId])))
  }
  // Nothing that is due waits for this.
  for (const articleId of published) {
    const findings = await findOpenFindings(articleId, new Date())
    if (findings.length > 0)
      log(`Article ${articleId} was published by its schedule with open findings: ${findings.join(', ')}.`)
  }
}

/** What an operator should know about a scheduled publication. */
export function linesAbout({ articleId, due, refusal }: DueOutcome, now: Date): readonly string[] {
  const lateBy = now.getTime() - due.getTime()
  const name = `Article ${articleId}, due ${due.toISOString()},`
  if (refusal)
    return [`ALARM: ${name} was not published (${refusal.kind}) and is off the schedule: somebody must look at it.`]
  return lateBy > lateMs ? [`ALARM: ${name} was published ${Math.round(lateBy / 1000)} s late.`] : []
}
