import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A block as the files have it. */
export type DemoBlock = {
  readonly p?: string
  readonly crosshead?: string
  readonly quote?: { readonly text: string; readonly attribution: string }
  readonly factbox?: { readonly title: string; readonly body: readonly { readonly ul?: readonly string[] }[] }
  readonly figure?: { readonly picture: string }
}

type DemoFile = {
  readonly description: string
  readonly sourceLine: string
  readonly sources: readonly { readonly name: string; readonly href?: string }[]
  readonly body: readonly DemoBlock[]
}

/** All that the file of an article says. */
export function demoFile(edition: string, slug: string): DemoFile {
  return parse(readFileSync(`${import.meta.dirname}/../../../prisma/demo/${edition}/articles/${slug}.yaml`, 'utf8'))
}
