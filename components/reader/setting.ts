import type { Edition } from '#lib/domain/edition.ts'
import type { Words } from '#lib/i18n/words.ts'

/** What every view needs to know of the edition that it speaks in. */
export type Setting = { readonly edition: Edition; readonly words: Words }
