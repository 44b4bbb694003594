import type { Direction } from '#lib/domain/edition.ts'

/** ISO 15924 names of the scripts in use that run from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The direction of a language (BCP 47), by the script it is usually written in. */
export function directionOf(lang: string): Direction {
  return rightToLeft.has(scriptOf(lang)) ? 'rtl' : 'ltr'
}

function scriptOf(lang: string): string {
  try {
    return new Intl.Locale(lang).maximize().script ?? ''
  } catch {
    return ''
  }
}
