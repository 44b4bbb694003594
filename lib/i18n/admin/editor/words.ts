import { createTranslator } from 'use-intl/core'
import type { Translated } from '../translated.ts'
import { voiceOf } from '../voice.ts'
import type { editor as en } from './en.ts'

/** The editor's own words, apart from the rest of the newsroom's: the browser gets those of one language and no more. */
export type EditorMessages = Translated<typeof en>
export type EditorWords = ReturnType<typeof createTranslator<typeof en>>

export function editorWords(locale: string, messages: EditorMessages): EditorWords {
  return voiceOf(locale, createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail }))
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
