import { join } from 'node:path'
import next from 'next'
import { createEdge } from '#lib/edge/edge.ts'
import { env } from '#lib/env/env.ts'
import { startDelivering } from '#lib/jobs/deliver.ts'
import { startForgettingAttempts } from '#lib/jobs/forget-attempts.ts'
import { startPublishingDue } from '#lib/jobs/publish-due.ts'
import { startImporting } from '#lib/jobs/run-imports.ts'
import { mediaHandler } from '#lib/media/media-handler.ts'
import { purgeMedia } from '#lib/media/purge-media.ts'
import { hostKind, routeAt } from '#lib/site/hosts.ts'
import { closeDatabase } from '#lib/store/database/client.ts'
import { isDatabaseUp } from '#lib/store/database/health.ts'
import { StartFailure } from '../failure.ts'
import { wordAdminFailures } from './admin-failure.ts'
import { markAdminHost, prepareAdminRequest } from './admin-request.ts'
import { drain } from './drain.ts'
import { healthHandler } from './health.ts'
import { listen } from './listen.ts'
import { log } from './log.ts'
import { mediaDoors } from './media-doors.ts'
import { isOrder, type WorkerMessage } from './messages.ts'
import { followOutbox } from './outbox.ts'
import { storedPagesFolder } from './stored-pages.ts'
import { createWebServer } from './web-server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const {
  port,
  host,
  siteUrl,
  adminUrl,
  adminHost,
  varDir,
  cacheMemoryBytes,
  cacheDiskBytes,
  cdnTagHeader,
  authSecret,
  indexNowUrl,
  mayReachPrivate,
} = env()
const dev = process.env.NODE_ENV === 'development'

/** How long requests may take that are under way when the worker is told to end. */
const drainMs = dev ? 500 : 10_000

/** One process that serves: the page cache, and behind it Next. */
const media = mediaHandler(mediaDoors)
const server = createWebServer({
  media: async (request, response) => {
    markAdminHost(request, response, adminHost)
    await media(request, response)
  },
  health: healthHandler(isDatabaseUp),
  site: (request, response) => {
    markAdminHost(request, response, adminHost)
    edge.handle(request, response)
  },
  log,
})
// Next's development server takes the browsers' channel for reloading from the web server itself.
const app = next({ dev, dir: root, port, ...(host ? { hostname: host } : {}), ...(dev ? { httpServer: server } : {}) })
const render = app.getRequestHandler()
const edge = createEdge({
  render: (request, response) => {
    prepareAdminRequest(request, response, { dev, isSecure: adminUrl.startsWith('https:') })
    // Development shows what went wrong.
    if (!dev) wordAdminFailures(request, response)
    return render(request, response)
  },
  route: (url, asked) => routeAt({ url, ...asked }, adminHost),
  hasPages: (host) => hostKind(host, adminHost) !== 'newsroom',
  siteUrl,
  // Pages never depend on it, so any name that leads here is answered.
  hosts: [],
  spillDir: dev ? null : storedPagesFolder(varDir),
  spillBytes: cacheDiskBytes,
  memoryBytes: cacheMemoryBytes,
  buildId: process.env.MASTHEAD_BUILD ?? 'unknown',
  files: dev ? null : { next: join(root, '.next', 'static'), public: join(root, 'public') },
  dev,
  failurePath: (edition) => `/failure/${edition}`,
  tagHeader: cdnTagHeader,
  log,
  now: Date.now,
})
const lane = dev ? null : edge.openFastLane(server)
const outbox = followOutbox({
  purge: (purge) => {
    edge.purge(purge)
    purgeMedia(purge.tags).catch((error) => log('Files of a picture that is gone are still here', error))
  },
  varDir,
  log,
})
if (authSecret === null) throw new Error('AUTH_SECRET is not set')
const publishing = startPublishingDue(log)
const importing = startImporting(log)
const forgetting = startForgettingAttempts(log)
const delivering = startDelivering(
  { siteUrl, ownOrigin: ownOriginOf(host, port), authSecret, indexNowUrl, mayBePrivate: mayReachPrivate },
  log,
)

let ending: Promise<void> | null = null

// Ctrl-C reaches every process of a terminal: the process that started this one decides. A SIGTERM for this one alone
// replaces it without a lost request.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)
process.once('SIGTERM', () => void end())
process.on('message', (message: unknown) => {
  if (isOrder(message)) void end()
})

try {
  await app.prepare()
  await outbox.ready
  await listen(server, { port, host })
  tell({ kind: 'ready' })
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  tell({ kind: 'failed', message: error.message, next: error.next })
  await end()
}

function end(): Promise<void> {
  ending ??= (async () => {
    lane?.close()
    await Promise.all([
      drain(server, drainMs),
      publishing.stop(),
      importing.stop(),
      forgetting.stop(),
      delivering.stop(),
    ])
    await Promise.allSettled([outbox.stop(), edge.close(), closeDatabase(), app.close()])
    process.exit(0)
  })()
  return ending
}

/** Where this process reads its own pages: an address of this machine, whatever readers call it. */
function ownOriginOf(host: string | null, port: number): string {
  const name =
    host === null || host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function tell(message: WorkerMessage): void {
  process.send?.(message)
}
