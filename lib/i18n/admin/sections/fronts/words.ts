import { createTranslator } from 'use-intl/core'
import type { Translated } from '../../translated.ts'
import { voiceOf } from '../../voice.ts'
import type { fronts as en } from './en.ts'

/** The words of arranging fronts, apart from the rest: the browser gets those of one language and no more. */
export type FrontMessages = Translated<typeof en>
export type FrontWords = ReturnType<typeof createTranslator<typeof en>>

export function frontWords(locale: string, messages: FrontMessages): FrontWords {
  return voiceOf(locale, createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail }))
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
