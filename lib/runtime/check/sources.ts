import { globSync, readFileSync } from 'node:fs'
import type { SourceFile } from './borders.ts'

/** Every TypeScript file of the program that a person wrote. */
export function readSources(): readonly SourceFile[] {
  return globSync([
    'app/**/*.{ts,tsx}',
    'components/**/*.{ts,tsx}',
    'lib/**/*.{ts,tsx}',
    'prisma/**/*.ts',
    'e2e/**/*.ts',
  ])
    .filter((path) => !path.includes('/generated/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
