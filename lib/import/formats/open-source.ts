import type { ImportFormat } from '#lib/domain/imports/import-run.ts'
import { FileRefusal } from '../file-refusal.ts'
import { readFileHead } from '../reading/decode-file.ts'
import type { Source } from '../source-item.ts'
import { openFeed } from './feed.ts'
import { openGhost } from './ghost.ts'
import { openNinjs } from './ninjs.ts'
import { openWxr } from './wxr.ts'

/**
 * Reads a file once from end to end: what it is says its content, never its name, and what can't be read is refused here, before
 * anything was taken from it.
 */
export async function openSource(path: string, timeZone: string, siteUrl: string | null): Promise<Source> {
  const head = await readFileHead(path)
  const opened = await open()
  // Ghost's exports don't say where the site is: whoever imports one may.
  const source = { ...opened, url: opened.url ?? siteUrl }
  if (!head.falselyDeclared) return source
  const detail = `${head.falselyDeclared} → ${head.encoding}`
  return { ...source, losses: [...source.losses, { item: '', kind: 'encoding', detail }] }

  function open(): Promise<Source> {
    const format = formatOf(head.text)
    switch (format) {
      case 'wxr':
        return openWxr(path, head, timeZone)
      case 'rss':
      case 'atom':
        return openFeed(path, head, format)
      case 'ghost':
        return openGhost(path, head)
      case 'ninjs':
        return openNinjs(path, head)
    }
  }
}

export function formatOf(text: string): ImportFormat {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (start.startsWith('<')) {
    if (/<rss[\s>]/.test(start)) return /xmlns:wp=|<wp:wxr_version/.test(start) ? 'wxr' : 'rss'
    if (/<rdf:RDF[\s>]/.test(start)) return 'rss'
    if (/<feed[\s>]/.test(start)) return 'atom'
  }
  if (/^\{\s*"db"\s*:|^\{\s*"meta"\s*:\s*\{[^}]*"exported_on"|^\{\s*"data"\s*:\s*\{\s*"posts"/.test(start))
    return 'ghost'
  if (/^[[{]/.test(start) && /"uri"\s*:/.test(start)) return 'ninjs'
  throw new FileRefusal('unknown-format', start.slice(0, 60).replace(/\s+/g, ' '))
}
