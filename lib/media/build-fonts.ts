import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fonts, type PageFont } from '#lib/domain/text/fonts.ts'
import { fontFile } from './fonts/files.ts'
import { subset } from './fonts/subset.ts'

type Options = {
  readonly log: (line: string) => void
  /** Next's folder of public files. */
  readonly publicDir?: string
}

/**
 * Cuts the page fonts out of their npm packages into public/fonts. What is there is kept: the number in a file's name
 * changes whenever its bytes do (fonts.test.ts holds the two together).
 */
export async function buildFonts({ log, publicDir = 'public' }: Options): Promise<void> {
  for (const font of Object.values<PageFont>(fonts)) {
    const path = join(publicDir, font.href)
    if (await isThere(path)) continue
    const bytes = await subset(font, await readFile(fontFile(font.script)))
    await mkdir(dirname(path), { recursive: true })
    // Two first starts at once, or a full disk, must not leave half a font behind.
    const partial = `${path}.${process.pid}.partial`
    await writeFile(partial, bytes)
    await rename(partial, path)
    log(`Font ${font.href}: ${Math.round(bytes.length / 1024)} KB`)
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
