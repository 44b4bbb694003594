import { access, mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '#lib/env/env.ts'

/** Where a file to import lies; keys are ours and name no other place. */
export function importFilePath(key: string): string {
  if (!keyShape.test(key)) throw new RangeError('This is no key of a file to import')
  return join(env().varDir, 'imports', key)
}

/** Keys of all files that lie on this node. */
export async function listImportKeys(): Promise<readonly string[]> {
  const names = await readdir(join(env().varDir, 'imports')).catch(() => [])
  return names.filter((name) => keyShape.test(name))
}

const keyShape = /^[\w-]{16,64}$/

/** Writes a part where it belongs and waits for the disk. */
export async function writeImportPart(key: string, offset: number, bytes: Uint8Array): Promise<void> {
  const path = importFilePath(key)
  await mkdir(dirname(path), { recursive: true })
  await (await open(path, 'a')).close()
  const file = await open(path, 'r+')
  try {
    await file.write(bytes, 0, bytes.length, offset)
    await file.datasync()
  } finally {
    await file.close()
  }
}

export async function hasImportFile(key: string): Promise<boolean> {
  return access(importFilePath(key)).then(
    () => true,
    () => false,
  )
}

export async function dropImportFile(key: string): Promise<void> {
  await rm(importFilePath(key), { force: true })
}
