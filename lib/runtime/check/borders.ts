import { posix } from 'node:path'
import { importsOf } from './imports.ts'

export type SourceFile = { readonly path: string; readonly text: string }
export type Trespass = { readonly path: string; readonly rule: string }

/** All of lib but feeds and edge: what acts reaches those through the outbox. */
const program = 'domain env input site i18n search store auth media import outbound jobs'
  .split(' ')
  .map((layer) => `lib/${layer}/`)

/**
 * Who may import whom inside the program: the first key that is a prefix of a file's path says which
 * prefixes it may import. What is not allowed here is refused. Every file may import its own layer.
 */
export const table: Readonly<Record<string, readonly string[]>> = {
  'lib/domain/': [],
  'lib/env/': ['lib/domain/'],
  'lib/input/': ['lib/domain/'],
  'lib/site/': ['lib/domain/'],
  'lib/i18n/': ['lib/domain/'],
  'lib/feeds/': ['lib/domain/', 'lib/site/'],
  'lib/search/': ['lib/domain/', 'lib/site/'],
  // Search documents are written in the transaction that publishes, so the store asks the pure search rules for their words.
  'lib/store/': ['lib/domain/', 'lib/env/', 'lib/search/'],
  'lib/auth/': ['lib/domain/', 'lib/store/', 'lib/env/'],
  'lib/media/': ['lib/domain/', 'lib/store/', 'lib/env/'],
  'lib/edge/': ['lib/domain/', 'lib/env/'],
  // Requests to other hosts: one door, which keeps them off private networks.
  'lib/outbound/': ['lib/domain/'],
  'lib/import/': ['lib/domain/', 'lib/input/', 'lib/store/', 'lib/media/', 'lib/outbound/'],
  'lib/actions/': program,
  'lib/jobs/': program,
  'lib/runtime/': ['lib/', 'prisma/'],
  'components/ui/': [],
  'components/reader/': ['components/ui/', 'lib/domain/', 'lib/site/', 'lib/i18n/', 'lib/input/'],
  'components/admin/': ['components/ui/', 'components/reader/', 'lib/domain/', 'lib/site/', 'lib/i18n/', 'lib/input/'],
  'app/': ['lib/', 'components/'],
  'e2e/': ['lib/store/', 'lib/domain/', 'lib/site/', 'lib/auth/', 'lib/feeds/testing/'],
}

/** Packages that belong behind one door. */
const packageDoors: Readonly<Record<string, readonly string[]>> = {
  '@prisma/': ['lib/store/', 'lib/runtime/'],
  pg: ['lib/store/', 'lib/runtime/'],
  sharp: ['lib/media/'],
  next: ['app/', 'components/admin/', 'lib/actions/', 'lib/auth/', 'lib/runtime/', 'next.config'],
  react: ['app/', 'components/', 'lib/actions/', 'lib/auth/'],
  playwright: ['e2e/', 'lib/runtime/'],
  '@playwright/test': ['e2e/', 'lib/runtime/'],
}

/** Directives and calls with one home each. */
const textDoors: readonly { readonly pattern: RegExp; readonly homes: RegExp; readonly rule: string }[] = [
  // Next wants it in every error.tsx itself.
  {
    pattern: /^['"]use client['"]/m,
    homes: /\.client\.tsx$|^app\/.*\/error\.tsx$/,
    rule: "'use client' only in *.client.tsx and error.tsx",
  },
  { pattern: /^['"]use server['"]/m, homes: /^lib\/actions\//, rule: "'use server' only in lib/actions" },
  {
    pattern: /dangerouslySetInnerHTML/,
    homes: /^components\/ui\/json-ld\.tsx$/,
    rule: 'dangerouslySetInnerHTML only in components/ui/json-ld.tsx',
  },
  {
    pattern: /\bDate\.now\(\)|\bnew Date\(\)|\bprocess\.env\b/,
    homes: /^(?!lib\/(domain|input|site|feeds|search)\/)/,
    rule: 'pure folders take time and settings as arguments',
  },
]

const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)

export function findTrespasses(files: readonly SourceFile[]): readonly Trespass[] {
  return [...files.flatMap(trespassesOf), ...cyclesOf(files)]
}

function trespassesOf(file: SourceFile): readonly Trespass[] {
  const found: Trespass[] = []
  const refuse = (rule: string) => found.push({ path: file.path, rule })
  if (/\/index\.tsx?$/.test(file.path)) refuse('no index files: import the file')
  for (const door of textDoors)
    if (!isTest(file.path) && !isChecker(file.path) && door.pattern.test(file.text) && !door.homes.test(file.path))
      refuse(door.rule)
  for (const name of importsOf(file.text)) {
    const target = resolveInside(file.path, name)
    if (target) {
      if (!mayImport(file.path, target)) refuse(`may not import ${target}`)
      continue
    }
    const homes = packageHomes(name)
    if (homes && !homes.some((home) => file.path.startsWith(home)) && !isTest(file.path))
      refuse(`${name} may be imported only from ${homes.join(', ')}`)
  }
  return found
}

/** The checker names what it looks for. */
function isChecker(path: string): boolean {
  return path.startsWith('lib/runtime/check/')
}

function mayImport(from: string, target: string): boolean {
  const layer = layerOf(from)
  // A new folder of the program gets its row first; what stands at the root is set-up.
  if (!layer) return !/^(?:lib|components)\//.test(from)
  if (target.startsWith(layer)) return true
  // A test may use the shared test bench and anything that stands in the way of the real thing.
  if (isTest(from)) return true
  if (target.startsWith('lib/runtime/')) return false
  return (table[layer] ?? []).some((allowed) => target.startsWith(allowed))
}

function layerOf(path: string): string | undefined {
  return Object.keys(table).find((prefix) => path.startsWith(prefix))
}

function packageHomes(name: string): readonly string[] | undefined {
  const entry = Object.entries(packageDoors).find(([door]) =>
    door.endsWith('/') ? name.startsWith(door) : name === door || name.startsWith(`${door}/`),
  )
  return entry?.[1]
}

/** Repository path of an import, or null for a package. */
function resolveInside(from: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1)
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), name))
  return null
}

function cyclesOf(files: readonly SourceFile[]): readonly Trespass[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file.text.replace(/^\s*import type\b.*$/gm, '').replace(/^\s*import type\s*\{[^}]*\}\s*from.*$/gm, ''))
        .map((name) => resolveInside(file.path, name))
        .filter((path): path is string => path !== null),
    ]),
  )
  const done = new Set<string>()
  const found: Trespass[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push({ path, rule: `import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}` })
      return
    }
    if (done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}
