import type { SearchLanguage } from './language.ts'

/**
 * Words that nearly every article of a language has, for the languages whose stop words PostgreSQL does not know, as `wordsOf` spells
 * them. Only what joins other words: whoever asks for nothing else is told so.
 */
const common: Readonly<Record<'kyrgyz' | 'persian', ReadonlySet<string>>> = {
  kyrgyz: new Set(
    'ал алар аны анын ага андан анда ар бар башка биз бир бирок бул булар да дагы де деген деп жана жок же кандай кийин ким мен менен мындай ушул ошол ошондой өз сен силер сиз тиги үчүн чейин эле элем эмес эми эмне эң экен'.split(
      ' ',
    ),
  ),
  persian: new Set(
    'و در به از که این را با است برای آن آنها یک خود تا بر هم نیز یا اما اگر ما من او شما می هر چه بود شد شده کرد کرده باید پس پیش هیچ نه همه های ها'.split(
      ' ',
    ),
  ),
}

/** Whether these words alone ask for everything; null where PostgreSQL's own list has to be asked. */
export function areCommon(words: readonly string[], { endings }: SearchLanguage): boolean | null {
  if (endings === null) return null
  return words.length > 0 && words.every((word) => common[endings].has(word))
}
