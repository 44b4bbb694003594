/** What PostgreSQL knows of a language: the configurations of the first migration. */
export type SearchLanguage = {
  readonly config: 'masthead_en' | 'masthead_ru' | 'masthead_simple'
  /** Without a stemmer, a word also finds those that begin with it: Kyrgyz adds its endings one after another. */
  readonly hasStems: boolean
  /** Whose endings lib/search/forms knows. */
  readonly endings: 'kyrgyz' | 'persian' | null
}

export function searchLanguage(locale: string): SearchLanguage {
  const language = locale.split('-')[0]
  if (language === 'en') return { config: 'masthead_en', hasStems: true, endings: null }
  if (language === 'ru') return { config: 'masthead_ru', hasStems: true, endings: null }
  const endings = language === 'ky' ? 'kyrgyz' : language === 'fa' ? 'persian' : null
  return { config: 'masthead_simple', hasStems: false, endings }
}
