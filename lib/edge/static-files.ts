import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { immutable } from './http/cache-headers.ts'
import { contentHash } from './http/entity-tag.ts'
import { compress, isCompressible } from './store/compress.ts'
import type { Entry } from './store/entry.ts'

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.xsl': 'text/xsl; charset=utf-8',
}

// What stands here carries its content's hash in its name.
const forEver = ['/_next/static/', '/fonts/']
const anHour = 'public, max-age=3600, stale-while-revalidate=86400'

/**
 * The files of a build by address. They are listed once, at start: whatever an address spells, only listed files are
 * ever opened.
 */
export function createStaticFiles(folders: { readonly next: string; readonly public: string } | null) {
  const files = new Map<string, string>()
  const sheets = new Map<string, string>()
  if (folders) {
    for (const [path, file] of listFiles(folders.public)) files.set(`/${path}`, file)
    for (const [path, file] of listFiles(folders.next)) files.set(`/_next/static/${path}`, file)
  }

  /** The address of a file without its query, or null when there is none. */
  function find(url: string): string | null {
    const cut = url.search(/[?#]/)
    const path = cut === -1 ? url : url.slice(0, cut)
    if (files.has(path)) return path
    const decoded = path.includes('%') ? decodeURIComponent(path) : path
    return files.has(decoded) ? decoded : null
  }

  return {
    find,
    /** Whether nothing but a file can stand there: the renderer need not be asked for one that is not listed. */
    isOfFiles: (url: string) => folders !== null && forEver.some((folder) => url.startsWith(folder)),
    async load(path: string): Promise<Entry> {
      const file = files.get(path)
      if (file === undefined) throw new Error(`${path} is not a file of this build`)
      const [body, { mtime }] = [await readFile(file), statSync(file)]
      const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream'
      const isPacked = isCompressible(type, body.length)
      const headers = ['Content-Type', type, 'X-Content-Type-Options', 'nosniff']
      if (isPacked) headers.push('Vary', 'Accept-Encoding')
      // An SVG opened by itself is a document, and may hold script.
      if (extname(path) === '.svg')
        headers.push('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
      return {
        key: path,
        status: 200,
        headers,
        hash: contentHash(body),
        bodies: isPacked ? await compress(body, 'quick') : { kind: 'plain', identity: body },
        tags: new Set(),
        lifetime: { fresh: 0, staleWhileRevalidate: 0, staleIfError: 0, shared: 0, isLongTail: false },
        renderedAt: mtime.getTime(),
        freshUntil: Number.MAX_SAFE_INTEGER,
        changesAt: null,
        staleAt: null,
        isTrusted: true,
        isStorable: true,
        cacheControl: forEver.some((prefix) => path.startsWith(prefix)) ? immutable : anHour,
        isTail: false,
        isUsed: false,
        heads: null,
      }
    },
    /** Text of a stylesheet of the build, for pages that carry it inside. */
    stylesheet: (href: string): string | undefined => {
      const path = find(href)
      if (!path?.endsWith('.css')) return undefined
      const known = sheets.get(path)
      if (known !== undefined) return known
      const text = readFileSync(files.get(path) ?? '', 'utf8')
      sheets.set(path, text)
      return text
    },
  }
}

function* listFiles(folder: string): Generator<readonly [path: string, file: string]> {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || item.name.startsWith('.')) continue
    const file = join(item.parentPath, item.name)
    yield [file.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''), file]
  }
}
