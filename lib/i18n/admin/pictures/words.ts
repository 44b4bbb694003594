import { createTranslator } from 'use-intl/core'
import type { Translated } from '../translated.ts'
import { voiceOf } from '../voice.ts'
import type { pictures as en } from './en.ts'

/** The media library's own words: the browser gets those of one language and no more. */
export type PicturesMessages = Translated<typeof en>
export type PicturesWords = ReturnType<typeof createTranslator<typeof en>>

export function picturesWords(locale: string, messages: PicturesMessages): PicturesWords {
  return voiceOf(locale, createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail }))
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
