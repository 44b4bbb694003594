import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoNewsroom, parseDemoFiles } from '#lib/input/demo/demo-files.ts'

const folder = join(import.meta.dirname, '../../../prisma/demo')

/** The demo newsroom from prisma/demo, the default edition first. Throws with the file and field of every mistake. */
export function readDemoNewsroom(): DemoNewsroom {
  const files = globSync('**/*.yaml', { cwd: folder })
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
  const parsed = parseDemoFiles(files)
  if (!parsed.ok) {
    const lines = parsed.error.map(({ file, path, message }) => `prisma/demo/${file}: ${path} ${message}`)
    throw new Error(`The demo newsroom has mistakes:\n${lines.join('\n')}`)
  }
  return { ...parsed.value, editions: parsed.value.editions.toSorted((a, b) => place(a.key) - place(b.key)) }
}

/** prisma/demo/README.md names them in this order; `en` is the default edition. */
const order = ['en', 'ky', 'ru', 'fa']

function place(key: string): number {
  return order.includes(key) ? order.indexOf(key) : order.length
}
