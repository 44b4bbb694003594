/** All that an answer from memory depends on. */
export type PlainGet = {
  readonly url: string
  readonly host: string
  readonly acceptEncoding: string | undefined
  readonly ifNoneMatch: string | undefined
}

// Whatever is not visible ASCII in well-formed lines is left to the real parser.
const unusual = /[^\t\r\n\x20-\x7e]|\r(?!\n)|(?<!\r)\n|\r\n[\t ]/
const nameShape = /^[A-Za-z0-9-]+$/

/**
 * Reads `text` if it is exactly one complete GET without a body that asks for nothing special, else null. It need not
 * understand HTTP: whatever it doesn't know for harmless goes to Node's parser, byte for byte.
 */
export function readPlainGet(text: string): PlainGet | null {
  if (!text.startsWith('GET /') || !text.endsWith('\r\n\r\n') || unusual.test(text)) return null
  const lineEnd = text.indexOf('\r\n')
  const urlEnd = lineEnd - ' HTTP/1.1'.length
  if (text.slice(urlEnd, lineEnd) !== ' HTTP/1.1') return null
  const url = text.slice('GET '.length, urlEnd)
  if (url.includes(' ')) return null

  let host: string | undefined
  let acceptEncoding: string | undefined
  let ifNoneMatch: string | undefined
  const last = text.length - '\r\n'.length
  for (let at = lineEnd + 2; at < last; ) {
    const end = text.indexOf('\r\n', at)
    const colon = text.indexOf(':', at)
    // An empty line before the last: a second request, or a body.
    if (end === at || colon === -1 || colon >= end || !nameShape.test(text.slice(at, colon))) return null
    switch (colon - at) {
      case 4:
        if (isName(text, at, 'host')) {
          if (host !== undefined) return null
          host = fieldValue(text, colon, end)
        }
        break
      case 6:
        if (isName(text, at, 'expect')) return null
        break
      case 7:
        if (isName(text, at, 'upgrade')) return null
        break
      case 10:
        if (isName(text, at, 'connection') && fieldValue(text, colon, end).toLowerCase() !== 'keep-alive') return null
        break
      case 13:
        if (isName(text, at, 'if-none-match')) {
          if (ifNoneMatch !== undefined) return null
          ifNoneMatch = fieldValue(text, colon, end)
        }
        break
      case 14:
        if (isName(text, at, 'content-length')) return null
        break
      case 15:
        if (isName(text, at, 'accept-encoding')) {
          if (acceptEncoding !== undefined) return null
          acceptEncoding = fieldValue(text, colon, end)
        }
        break
      case 17:
        if (isName(text, at, 'transfer-encoding') || isName(text, at, 'if-modified-since')) return null
        break
    }
    at = end + 2
  }
  return host ? { url, host, acceptEncoding, ifNoneMatch } : null
}

function isName(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) || text.slice(at, at + name.length).toLowerCase() === name
}

function fieldValue(text: string, colon: number, end: number): string {
  return text.slice(colon + 1, end).trim()
}
