import { directionOf } from '#lib/i18n/direction.ts'

const letters = {
  ltr: /[A-Za-z\u00c0-\u024f\u0370-\u052f]/,
  rtl: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
}

type Say = ((key: never, values?: never) => string) & { readonly raw: (key: never) => unknown }

/**
 * A translator that puts what it is given into a sentence as the language needs it: numbers in its digits, and names that run the
 * other way inside the marks that keep their brackets and full stops at their own end (Unicode TR 9, FSI and PDI).
 */
export function voiceOf<T extends Say>(locale: string, say: T): T {
  const other = letters[directionOf(locale) === 'rtl' ? 'ltr' : 'rtl']
  const digits = new Intl.NumberFormat(locale)
  const speak = (key: string, values?: Readonly<Record<string, unknown>>) => {
    const translator = say as unknown as (key: string, values?: object) => string
    if (!values) return translator(key)
    const message = String((say.raw as (key: string) => unknown)(key))
    const settled = Object.entries(values).map(([name, value]) => {
      // A number inside `{count, plural, …}` has its digits already.
      if (typeof value === 'number' && message.includes(`{${name}}`)) return [name, digits.format(value)]
      return [name, typeof value === 'string' && other.test(value) ? isolated(value) : value]
    })
    return translator(key, Object.fromEntries(settled))
  }
  return Object.assign(speak, say) as unknown as T
}

/** An address is copied out of its sentence, or made a link by a mail program: nothing unseen may stick to it. */
function isolated(text: string): string {
  return URL.canParse(text) ? text : `\u2068${text}\u2069`
}
