import { createTranslator } from 'use-intl/core'
import type { Translated } from '../../translated.ts'
import type { calendar as en } from './en.ts'

/** The words of the calendar, apart from the rest: the browser gets those of one language and no more. */
export type CalendarMessages = Translated<typeof en>
export type CalendarWords = ReturnType<typeof createTranslator<typeof en>>

export function calendarWords(locale: string, messages: CalendarMessages): CalendarWords {
  return createTranslator<typeof en>({ locale, messages: messages as typeof en, onError: fail })
}

/** Keys and arguments are checked by the compiler: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
