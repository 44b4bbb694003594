import { atMost, count, kilobytes, type Row } from '../report/table.ts'
import { settledBytes } from './cached.ts'
import { fetchPage } from './fetch-page.ts'

export type Template = { readonly name: string; readonly path: string; readonly mostBytes: number }

/** What a first visit to each kind of page costs a reader: its bytes, and what it asks for beside pictures. */
export async function benchTemplates(origin: string, templates: readonly Template[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  const requests: number[] = []
  const fonts: number[] = []
  let scripts = 0
  for (const { name, path, mostBytes } of templates) {
    const bytes = await settledBytes(origin + path, 'br')
    rows.push(atMost({ what: `${name}, HTML + CSS, brotli`, value: bytes.length, most: mostBytes, show: kilobytes }))
    const html = (await fetchPage(origin + path)).text()
    requests.push(beside(html).length)
    fonts.push(tags(html, 'link').filter((tag) => /\sas="font"/.test(tag)).length)
    scripts += tags(html, 'script').filter((tag) => !/type="(application\/ld\+json|speculationrules)"/.test(tag)).length
  }
  return [
    ...rows,
    atMost({
      what: 'requests beside the page and its pictures, most',
      value: Math.max(...requests),
      most: 3,
      show: count,
    }),
    atMost({ what: 'font files, most', value: Math.max(...fonts), most: 1, show: count }),
    { what: 'script elements but data, all pages', measured: String(scripts), budget: '0', excess: scripts },
  ]
}

/** Addresses that a browser loads by itself: styles, fonts, scripts, the icon. */
function beside(html: string): readonly string[] {
  const links = tags(html, 'link').filter(
    (tag) => /\srel="(?:stylesheet|icon|manifest)"/.test(tag) || /\sas="(?:font|script|style)"/.test(tag),
  )
  const scripts = tags(html, 'script').filter((tag) => /\ssrc=/.test(tag))
  return [...new Set([...links, ...scripts].map((tag) => /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? tag))]
}

function tags(html: string, name: string): readonly string[] {
  return html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
}
