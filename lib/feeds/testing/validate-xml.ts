import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { imageSchema, indexSchema, linkSchema, newsSchema, wholeSchema } from './sitemap-schemas.ts'

/** What libxml2 has against a sitemap, by the schema of sitemaps.org that the package `sitemap` ships. */
export async function sitemapProblems(xml: string): Promise<readonly string[]> {
  const protocol = new URL('schema/sitemap.xsd', import.meta.resolve('sitemap/package.json'))
  return problems(xml, wholeSchema, [
    { fileName: 'sitemap.xsd', contents: await readFile(protocol, 'utf8') },
    { fileName: 'news.xsd', contents: newsSchema },
    { fileName: 'image.xsd', contents: imageSchema },
    { fileName: 'link.xsd', contents: linkSchema },
  ])
}

export function sitemapIndexProblems(xml: string): Promise<readonly string[]> {
  return problems(xml, indexSchema, [])
}

/** RELAX NG of RFC 4287, or what the text of RSS says in the same language. */
export async function feedSchemaProblems(xml: string, format: 'rss' | 'atom'): Promise<readonly string[]> {
  const schema = await readFile(join(import.meta.dirname, `${format}.rng`), 'utf8')
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.xml', contents: xml }],
    schema: [{ fileName: `${format}.rng`, contents: schema }],
    extension: 'relaxng',
  })
  return errors.map((error) => error.message)
}

type File = { readonly fileName: string; readonly contents: string }

async function problems(xml: string, schema: string, preload: readonly File[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [{ fileName: 'all.xsd', contents: schema }],
    preload: [...preload],
  })
  return errors.map((error) => error.message)
}
