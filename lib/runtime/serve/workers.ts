import cluster, { type Worker } from 'node:cluster'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../failure.ts'
import { createBackoff } from './backoff.ts'
import { isWorkerMessage, type WorkerOrder } from './messages.ts'

export type Workers = {
  /** Lets each finish its requests; settles when none runs any more. */
  readonly stop: () => Promise<void>
  /** Ends them at once. */
  readonly kill: () => void
}

/** Longer than a worker's own patience with its requests (worker.ts), so that it is the one to decide. */
const killAfterMs = 15_000

/**
 * Renders leave much short-lived memory behind, and V8 and the C library answer by growing: 430 MB a worker after 20,000
 * requests to 240 pages, against 260 MB with a young generation of 24 MB, an old one of 256 MB (60 in use) and two
 * arenas, at the same speed. Next's development server compiles, and needs more.
 */
const thriftyFlags = ['--max-semi-space-size=8', '--max-old-space-size=256']
const thriftyEnv = { MALLOC_ARENA_MAX: '2' }

/** Starts the workers and settles when all of them serve. Later on, one that ends is replaced, and said so. */
export async function startWorkers(options: {
  readonly count: number
  readonly env: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}): Promise<Workers> {
  const { count, log } = options
  const isThrifty = options.env.NODE_ENV === 'production'
  const env = isThrifty ? { ...thriftyEnv, ...options.env } : options.env
  // One worker takes its connections itself; several get them in turn, which the kernel alone does unevenly.
  cluster.schedulingPolicy = count === 1 ? cluster.SCHED_NONE : cluster.SCHED_RR
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'worker.ts'),
    args: [],
    execArgv: isThrifty ? [...process.execArgv, ...thriftyFlags] : process.execArgv,
  })
  let isStopping = false
  const all = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  const kill = () => {
    isStopping = true
    for (const worker of all()) worker.process.kill('SIGKILL')
  }
  const replace = async (name: number) => {
    const backoff = createBackoff()
    for (;;) {
      const reason = await endOf(cluster.fork(env), () => backoff.started())
      if (isStopping) return
      const delayMs = backoff.delayMs()
      log(`Worker ${name} ended (${reason}); another starts in ${delayMs / 1000} s.`)
      await wait(delayMs)
    }
  }
  try {
    const first = await Promise.all(Array.from({ length: count }, () => readyWorker(cluster.fork(env))))
    for (const [index, worker] of first.entries()) {
      void endOf(worker).then((reason) => {
        if (isStopping) return
        log(`Worker ${index + 1} ended (${reason}); another starts.`)
        void replace(index + 1)
      })
    }
  } catch (error) {
    kill()
    throw error
  }
  const stop = async () => {
    isStopping = true
    const order: WorkerOrder = { kind: 'drain' }
    await Promise.all(
      all().map(async (worker) => {
        const end = endOf(worker)
        // A worker that has just died can't be told; its end is what counts.
        if (worker.isConnected()) worker.send(order, undefined, () => undefined)
        const patience = setTimeout(() => worker.process.kill('SIGKILL'), killAfterMs)
        await end
        clearTimeout(patience)
      }),
    )
  }
  return { stop, kill }
}

async function readyWorker(worker: Worker): Promise<Worker> {
  await new Promise<void>((settle, fail) => {
    worker.once('exit', (code, signal) => fail(brokenWorker(signal ?? `exit ${code}`)))
    worker.on('message', (message: unknown) => {
      if (!isWorkerMessage(message)) return
      if (message.kind === 'ready') settle()
      else fail(new StartFailure(message.message, message.next))
    })
  })
  return worker
}

function endOf(worker: Worker, onReady: () => void = () => {}): Promise<string> {
  if (worker.isDead()) return Promise.resolve('at once')
  return new Promise((settle) => {
    let reason = ''
    worker.on('message', (message: unknown) => {
      if (!isWorkerMessage(message)) return
      if (message.kind === 'ready') onReady()
      else reason = message.message
    })
    worker.once('exit', (code, signal) => settle(reason || (signal ?? `exit ${code}`)))
  })
}

function brokenWorker(reason: string): StartFailure {
  return new StartFailure(
    `A worker ended before it could serve (${reason}).`,
    'The lines above say why. Nothing was changed in the database; start again when the cause is gone.',
  )
}
