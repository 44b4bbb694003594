import { createTranslator } from 'use-intl/core'
import type { Translated } from '../../translated.ts'
import { voiceOf } from '../../voice.ts'
import type { board as en } from './en.ts'

/** The words of the board, apart from the rest: the browser gets those of one language and no more. */
export type BoardMessages = Translated<typeof en>
export type BoardWords = ReturnType<typeof createTranslator<typeof en>>

export function boardWords(locale: string, messages: BoardMessages): BoardWords {
  return voiceOf(locale, createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail }))
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
