import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './run-tool.ts'
import { hashOf, readStamp, writeStamp } from './stamp.ts'

/** Generates the database client when schema.prisma or Prisma has changed; true when it did. */
export async function generateClient(root: string, say: (text: string) => void = () => {}): Promise<boolean> {
  const output = join(root, 'lib', 'store', 'generated')
  const file = join(output, 'stamp')
  const stamp = hashOf(root, ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if ((await readStamp(file)) === stamp && existsSync(join(output, 'client.ts'))) return false
  say('generating')
  await runTool({
    what: 'Generating the database client',
    script: join(root, 'node_modules', 'prisma', 'build', 'index.js'),
    args: ['generate', '--no-hints'],
    // The CLI would download a schema engine, which `generate` never runs: any program satisfies it.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  await writeStamp(file, stamp)
  return true
}
