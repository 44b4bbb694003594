import { createTranslator } from 'use-intl/core'
import type { Translated } from '../../translated.ts'
import type { previews as en } from './en.ts'

/** The words of sharing a revision, apart from the rest: the browser gets those of one language and no more. */
export type PreviewMessages = Translated<typeof en>
export type PreviewWords = ReturnType<typeof createTranslator<typeof en>>

export function previewWords(locale: string, messages: PreviewMessages): PreviewWords {
  return createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail })
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
