import { createTranslator } from 'use-intl/core'
import { type AdminCatalogue, en } from './en.ts'
import { fa } from './fa.ts'
import { ky } from './ky.ts'
import { ru } from './ru.ts'
import { voiceOf } from './voice.ts'

/** The newsroom's interface in a person's language: `words('shell.nav.home')`. */
export type AdminWords = ReturnType<typeof createTranslator<typeof en>>

export const adminCatalogues: Readonly<Record<string, AdminCatalogue>> = { en, ky, ru, fa }

/** Languages that the admin pages speak, each by its own name. */
export const interfaceLanguages = [
  { locale: 'en', name: 'English' },
  { locale: 'ky', name: 'Кыргызча' },
  { locale: 'ru', name: 'Русский' },
  { locale: 'fa', name: 'فارسی' },
] as const

const made = new Map<string, AdminWords>()

export function adminWords(locale: string): AdminWords {
  const language = interfaceLanguages.find((one) => one.locale === locale.split('-')[0])?.locale ?? 'en'
  const known = made.get(language)
  if (known) return known
  const messages = adminCatalogues[language] as typeof en
  const words = voiceOf(language, createTranslator<typeof en>({ locale: language, messages, onError: fail }))
  made.set(language, words)
  return words
}

/** The first language of a browser's list that the admin pages speak, for who is not signed in yet. */
export function languageOf(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().split(/[-;]/)[0]?.toLowerCase())
  return wanted.find((language) => interfaceLanguages.some((one) => one.locale === language)) ?? 'en'
}

/** Keys and arguments are checked by the compiler and by words.test.ts: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
