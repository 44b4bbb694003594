import { createRequire } from 'node:module'
import type { PageFont } from '#lib/domain/text/fonts.ts'

const require = createRequire(import.meta.url)

/** Where the full font of a script lies among the dependencies. */
export function fontFile(script: PageFont['script']): string {
  if (script !== 'arabic') return require.resolve('source-serif/VAR/SourceSerif4Variable-Roman.ttf')
  return require.resolve('@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf')
}
