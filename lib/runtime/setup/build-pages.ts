import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from './run-tool.ts'
import { hashOf, readStamp, writeStamp } from './stamp.ts'

/** Everything that `next build` reads. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma/schema.prisma',
  'tsconfig.json',
]

/** Tests and the start-up itself never reach the bundle: a change there asks for no build. */
function isBuilt(path: string): boolean {
  return !path.endsWith('.test.ts') && !path.endsWith('.test.tsx') && !path.startsWith('lib/runtime/')
}

/** Names the build that the sources of this moment give. */
export function buildIdOf(root: string): string {
  return hashOf(root, sources, isBuilt).slice(0, 16)
}

/** Builds the pages when their sources have changed; true when it did. Needs neither database nor network. */
export async function buildPages(root: string, say: (text: string) => void = () => {}): Promise<boolean> {
  const file = join(root, '.next', 'masthead-stamp')
  const buildId = buildIdOf(root)
  if ((await readStamp(file)) === buildId && existsSync(join(root, '.next', 'BUILD_ID'))) return false
  say('building, about a minute')
  await rm(file, { force: true })
  await runTool({
    what: 'Building the pages',
    script: join(root, 'node_modules', 'next', 'dist', 'bin', 'next'),
    args: ['build'],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', MASTHEAD_BUILD: buildId },
  })
  await writeStamp(file, buildId)
  return true
}
