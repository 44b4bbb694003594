import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Edge, EdgeOptions } from './contract.ts'
import { answer, secondsLeft } from './http/answer.ts'
import type { CacheResult } from './http/cache-headers.ts'
import { type Refusal, refusalOfUrl } from './http/request-line.ts'
import { type FastLane, openFastLane } from './lane/fast-lane.ts'
import { createPackets } from './lane/packets.ts'
import { createPages } from './pages.ts'
import { renderPassed } from './render/render-page.ts'
import { createStaticFiles } from './static-files.ts'
import { type Entry, isFresh } from './store/entry.ts'
import { createMemory } from './store/memory.ts'
import { createPurgeLog } from './store/purge-log.ts'
import { createSpills } from './store/spills.ts'
import { createUpgrades } from './store/upgrades.ts'

/** The page cache in front of the renderer (docs/decisions/0001-page-cache-in-front-of-next.md). */
export function createEdge(options: EdgeOptions): Edge {
  const { now, log, spillDir } = options
  const memory = createMemory(options.memoryBytes)
  const purges = createPurgeLog(spillDir && join(spillDir, 'purged'), now, log)
  const spills = spillDir
    ? createSpills({ folder: spillDir, maxBytes: options.spillBytes, buildId: options.buildId, purges, now, log })
    : null
  const files = createStaticFiles(options.files)
  const pages = createPages(options, { memory, purges, spills, stylesheet: files.stylesheet })
  const upgrades = createUpgrades(memory, log)
  const hosts = new Set(options.hosts)
  let hits = 0

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? ''
    const entry = request.method === 'GET' ? freshAt(url, request.headers.host) : undefined
    if (entry) {
      sendHit(request, response, entry)
      return
    }
    handleRest(request, response, url).catch((error: unknown) => {
      log(`${request.method} ${url} failed`, error)
      fail(response)
    })
  }

  /** Almost every request ends here: keys are canonical addresses, so nothing has to be parsed. */
  function freshAt(url: string, host: string | undefined): Entry | undefined {
    const entry = isOurHost(host) && options.hasPages(host) ? memory.get(url) : undefined
    return entry && isFresh(entry, now()) ? entry : undefined
  }

  function sendHit(request: IncomingMessage, response: ServerResponse, entry: Entry): void {
    answer(request, response, entry, hitOf(entry))
  }

  function hitOf(entry: Entry): CacheResult {
    hits += 1
    // Worth the effort once somebody comes back for it.
    if (entry.isUsed && entry.bodies.kind === 'compressed' && entry.bodies.effort === 'quick') upgrades.want(entry)
    entry.isUsed = true
    return { kind: 'hit', ttl: secondsLeft(entry, now()) }
  }

  async function handleRest(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    if (!isOurHost(request.headers.host))
      return refuse(response, { status: 421, text: 'This server does not answer for that host.' })
    const refusal = refusalOfUrl(url)
    if (refusal) return refuse(response, refusal)
    const file = files.find(url)
    const { method } = request
    const route = file === null ? options.route(url, { host: request.headers.host, method }) : null
    if (route?.kind === 'pass') {
      if (files.isOfFiles(url)) return refuse(response, { status: 404, text: 'There is no such file.' })
      return renderPassed(options.render, { request, response, methods: route.methods })
    }
    if (route?.kind === 'text') return refuse(response, route)
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(response, { status: 405, text: 'This address can only be read.' })
    }
    if (file !== null) return sendFile(request, response, file)
    if (route?.kind === 'redirect') return redirect(response, route.location)
    if (route?.kind === 'private') {
      const made = await pages.renderPrivate(route, request.headers.cookie)
      return answer(request, response, made, { kind: 'forward', why: 'bypass', isStored: false, isCollapsed: false })
    }
    if (route?.kind !== 'page') return
    const { entry, result } = await pages.find(route)
    if (result.kind === 'hit') return sendHit(request, response, entry)
    answer(request, response, entry, result)
  }

  async function sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const stored = memory.get(path)
    if (stored) return sendHit(request, response, stored)
    const entry = await files.load(path)
    memory.put(entry)
    answer(request, response, entry, { kind: 'forward', why: 'miss', isStored: true, isCollapsed: false })
  }

  function isOurHost(host: string | undefined): boolean {
    return hosts.size === 0 || hosts.has(host ?? '')
  }

  function fastLane(server: Server): FastLane {
    const packet = createPackets(Math.floor(server.keepAliveTimeout / 1000))
    return openFastLane(server, (get) => {
      const entry = freshAt(get.url, get.host)
      return entry ? packet(get, entry, hitOf(entry), now()) : null
    })
  }

  return {
    handle,
    purge: pages.purge,
    openFastLane: fastLane,
    stats: () => ({ ...memory.size(), hits, ...pages.counts() }),
    close: async () => {
      pages.close()
      await spills?.close()
    },
  }
}

function redirect(response: ServerResponse, location: string): void {
  // `//host` would leave the site.
  if (!location.startsWith('/') || location.startsWith('//')) {
    refuse(response, { status: 400, text: 'This is not an address of this site.' })
    return
  }
  response.writeHead(301, { Location: location, 'Cache-Control': 'public, max-age=3600', 'Content-Length': 0 })
  response.end()
}

function refuse(response: ServerResponse, { status, text }: Pick<Refusal, 'text'> & { readonly status: number }): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else refuse(response, { status: 500, text: 'The page could not be made.' })
}
