import { createTranslator } from 'use-intl/core'
import type { Translated } from '../../translated.ts'
import { voiceOf } from '../../voice.ts'
import type { saving as en } from './en.ts'

/** The words of saving, revisions and comments, apart from the rest: the browser gets those of one language and no more. */
export type SavingMessages = Translated<typeof en>
export type SavingWords = ReturnType<typeof createTranslator<typeof en>>

export function savingWords(locale: string, messages: SavingMessages): SavingWords {
  return voiceOf(locale, createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail }))
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
