import type { EdgeOptions, PageRoute, PrivateRoute, Purge } from './contract.ts'
import { secondsLeft } from './http/answer.ts'
import type { CacheResult } from './http/cache-headers.ts'
import { movedOn } from './http/last-modified.ts'
import { lastResort } from './render/failure.ts'
import { createGate, GateFull } from './render/gate.ts'
import { createHealth } from './render/health.ts'
import { makeEntry } from './render/make-entry.ts'
import { keptByNobody } from './render/private.ts'
import { createRefresher } from './render/refresher.ts'
import { renderPage } from './render/render-page.ts'
import { unkeptRoute } from './render/unkept-route.ts'
import { type Entry, isFresh, isKnownStale, staleFrom } from './store/entry.ts'
import type { Memory } from './store/memory.ts'
import type { PurgeLog } from './store/purge-log.ts'
import type { Spills } from './store/spills.ts'

export type Found = { readonly entry: Entry; readonly result: CacheResult }

type Parts = {
  readonly memory: Memory
  readonly purges: PurgeLog
  readonly spills: Spills | null
  readonly stylesheet: (href: string) => string | undefined
}

type Flight = Promise<Entry>

// A page that is known to be out of date, not only old, may be sent while the new one is made, but not for long.
const longestKnownStaleMs = 10_000
const renderTimeoutMs = 10_000
// The first visit of a page in development compiles it.
const compileTimeoutMs = 180_000
const largestPage = 8 * 1024 * 1024
/** Renders at a time: about what one process's database connections can feed. */
const renderWidth = 12
const renderQueue = 400

/** Reader pages: from memory, from disk, or rendered once for all who ask at that moment. */
export function createPages(options: EdgeOptions, { memory, purges, spills, stylesheet }: Parts) {
  const { now, log } = options
  const siteUrl = new URL(options.siteUrl)
  const health = createHealth(now)
  const gate = createGate({ width: renderWidth, length: renderQueue })
  const flights = new Map<string, Flight>()
  const failures = new Map<string, Entry>()
  const refresher = createRefresher(async (key) => {
    const route = options.route(key, { host: undefined, method: 'GET' })
    const entry = memory.get(key)
    if (route.kind === 'page' && entry && !isFresh(entry, now())) await fly(route)
  })
  const counts = { renders: 0, failures: 0, stale: 0, misses: 0 }

  async function find(route: PageRoute): Promise<Found> {
    const stored = memory.get(route.key)
    if (stored && isFresh(stored, now())) return hit(stored)
    const underway = flights.get(route.key)
    // Before the disk is asked, so that requests of one moment meet in one render.
    if (!stored && underway) return forwarded(route, null, underway)
    const copy = stored ?? (await fromDisk(route))
    if (copy && isFresh(copy, now())) return hit(copy)
    if (copy && maySendNow(copy)) {
      if (health.mayTry()) refresher.want(route.key)
      return staleHit(copy, health.isDown() ? 'error' : 'revalidating')
    }
    return forwarded(route, copy, flights.get(route.key))
  }

  async function fromDisk(route: PageRoute): Promise<Entry | null> {
    const copy = options.dev ? null : ((await spills?.read(route.key, route.lifetime)) ?? null)
    // Another request may have rendered it meanwhile.
    const newer = memory.get(route.key)
    if (newer) return newer
    // Purged while it was read from disk.
    if (!copy || purges.judge(copy.tags, copy.renderedAt) === 'gone') return null
    memory.put(copy)
    return copy
  }

  async function forwarded(route: PageRoute, copy: Entry | null, underway: Flight | undefined): Promise<Found> {
    counts.misses += 1
    try {
      const entry = await (underway ?? fly(route))
      const why = copy ? 'stale' : options.dev ? 'bypass' : 'miss'
      const isStored = memory.get(route.key) === entry
      return { entry, result: { kind: 'forward', why, isStored, isCollapsed: underway !== undefined } }
    } catch (error) {
      // Purged while the render failed: what was withdrawn is not brought back.
      if (copy && mayCoverError(copy) && purges.judge(copy.tags, copy.renderedAt) !== 'gone')
        return staleHit(copy, 'error')
      return { entry: await failurePage(route.edition, error instanceof GateFull), result: miss }
    }
  }

  /** Renders `route` once, however many ask. */
  function fly(route: PageRoute): Flight {
    const underway = flights.get(route.key)
    if (underway) return underway
    const flight = gate(() => renderUntilValid(route))
      .catch((error: unknown) => {
        if (!(error instanceof GateFull)) {
          health.failed()
          counts.failures += 1
        }
        log(`${route.path} could not be rendered`, error)
        throw error
      })
      .finally(() => flights.delete(route.key))
    flights.set(route.key, flight)
    return flight
  }

  /** What was purged hard during its own render was made from what is gone: it is rendered again, and never stored. */
  async function renderUntilValid(route: PageRoute): Promise<Entry> {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      counts.renders += 1
      const made = await makeEntry(route, await renderPage(route.path, renderOptions), entryOptions)
      const entry = movedOn(made, memory.get(route.key))
      const verdict = purges.judge(entry.tags, entry.renderedAt)
      if (verdict === 'gone') continue
      health.succeeded()
      if (verdict === 'stale') entry.staleAt = now()
      store(entry)
      return entry
    }
    throw new Error(`${route.path} was purged during each of three renders`)
  }

  /** For one request alone: no one else's render is shared, and nothing is kept. */
  async function renderPrivate(route: PrivateRoute, cookie: string | undefined): Promise<Entry> {
    try {
      counts.renders += 1
      const rendered = await gate(() => renderPage(route.path, { ...renderOptions, cookie }))
      return keptByNobody(await makeEntry(unkeptRoute(route.path), rendered, { ...entryOptions, tagHeader: null }))
    } catch (error) {
      // The address opens the page: it stands in no log.
      log('A private page could not be rendered', String(error).replaceAll(route.path, '…'))
      return keptByNobody(await failurePage('_', error instanceof GateFull))
    }
  }

  const renderOptions = {
    render: options.render,
    siteUrl,
    now,
    renderTime: purges.renderTime,
    timeoutMs: options.dev ? compileTimeoutMs : renderTimeoutMs,
    maxBytes: largestPage,
  }
  const entryOptions = { siteUrl: options.siteUrl, dev: options.dev, tagHeader: options.tagHeader, stylesheet }

  function store(entry: Entry): void {
    const old = memory.get(entry.key)
    if (!entry.isStorable) {
      if (old) memory.remove(old)
      return
    }
    memory.put(entry)
    spills?.write(entry)
  }

  function hit(entry: Entry): Found {
    entry.isUsed = true
    return { entry, result: { kind: 'hit', ttl: secondsLeft(entry, now()) } }
  }

  function staleHit(entry: Entry, detail: 'revalidating' | 'error'): Found {
    counts.stale += 1
    entry.isUsed = true
    return { entry, result: { kind: 'stale', ttl: secondsLeft(entry, now()), detail } }
  }

  /** Whether a stale copy may be sent without waiting for a new one. */
  function maySendNow(copy: Entry): boolean {
    if (health.isDown()) return mayCoverError(copy)
    const longest = copy.lifetime.staleWhileRevalidate * 1000
    const staleMs = now() - staleFrom(copy)
    return copy.isTrusted && staleMs <= (isKnownStale(copy, now()) ? Math.min(longest, longestKnownStaleMs) : longest)
  }

  function mayCoverError(copy: Entry): boolean {
    return now() - staleFrom(copy) <= copy.lifetime.staleIfError * 1000
  }

  /** Made once: it says nothing that could go out of date. */
  async function failurePage(edition: string, isOverload: boolean): Promise<Entry> {
    const known = failures.get(edition)
    if (known) return isOverload ? { ...known, status: 503, headers: [...known.headers, 'Retry-After', '5'] } : known
    try {
      const path = options.failurePath(edition)
      const rendered = await renderPage(path, { ...renderOptions, timeoutMs: options.dev ? compileTimeoutMs : 3000 })
      const page = await makeEntry(unkeptRoute(path, edition), { ...rendered, status: 500 }, entryOptions)
      if (!options.dev) failures.set(edition, page)
      return page
    } catch (error) {
      log('The failure page could not be rendered', error)
      return lastResort()
    }
  }

  function purge(purge: Purge): void {
    const { tags, hard } = purge
    const at = purges.add(purge)
    const touched = memory.tagged(tags).filter((entry) => entry.renderedAt <= at)
    if (hard) {
      for (const entry of touched) memory.remove(entry)
      spills?.purge(tags, at)
      return
    }
    for (const entry of touched) {
      entry.staleAt ??= now()
      entry.heads = null
    }
    refresher.wantSome(touched)
  }

  return { find, renderPrivate, purge, counts: () => ({ ...counts }), close: () => refresher.close() }
}

const miss: CacheResult = { kind: 'forward', why: 'miss', isStored: false, isCollapsed: false }
