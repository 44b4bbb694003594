import { STATUS_CODES } from 'node:http'
import { head, notModified } from '../http/answer.ts'
import { hasBrowserType } from '../http/browser-type.ts'
import type { CacheResult } from '../http/cache-headers.ts'
import { matchingTag } from '../http/entity-tag.ts'
import { negotiate } from '../http/negotiate.ts'
import type { Entry } from '../store/entry.ts'
import type { PlainGet } from './plain-get.ts'

// Together at most a few MB, for a second.
const mostPackets = 128

/** Whole answers as bytes, made once a second for what is asked often: the date and the time to live change. */
export function createPackets(keepAliveSeconds: number) {
  const packets = new Map<Buffer, Buffer>()
  let second = 0
  let date = ''

  function tick(now: number): void {
    if (Math.floor(now / 1000) === second) return
    second = Math.floor(now / 1000)
    date = new Date(now).toUTCString()
    packets.clear()
  }

  function headBytes(status: number, pairs: readonly string[]): Buffer {
    let text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
    for (let at = 0; at < pairs.length; at += 2) text += `${pairs[at]}: ${pairs[at + 1]}\r\n`
    text += `Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`
    return Buffer.from(text, 'latin1')
  }

  /** Null for a client that takes no compressed bytes, which have to be unpacked first, and where the type depends on who asks. */
  return function packet(get: PlainGet, entry: Entry, result: CacheResult, now: number): Buffer | null {
    if (hasBrowserType(entry)) return null
    tick(now)
    if (get.ifNoneMatch !== undefined && entry.status === 200) {
      const tag = matchingTag(get.ifNoneMatch, entry.hash)
      if (tag) return headBytes(304, notModified(entry, tag, result))
    }
    const { bodies } = entry
    const encoding = bodies.kind === 'plain' ? 'identity' : negotiate(get.acceptEncoding)
    if (bodies.kind === 'compressed' && encoding === 'identity') return null
    const body = bodies.kind === 'plain' ? bodies.identity : encoding === 'br' ? bodies.br : bodies.gzip
    const known = packets.get(body)
    if (known) return known
    const made = Buffer.concat([headBytes(entry.status, head(entry, encoding, body.length, result)), body])
    if (packets.size < mostPackets) packets.set(body, made)
    return made
  }
}
