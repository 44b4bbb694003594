import { directionOf } from '#lib/i18n/direction.ts'

type Say = ((key: never, values?: never) => string) & { readonly raw: (key: never) => unknown }

/**
 * A translator that puts what it is given into a sentence as the language needs it: numbers in its digits, and between right-to-left
 * words names and addresses inside the marks that keep their full stops and brackets at their own end (Unicode TR 9, FSI and PDI).
 */
export function voiceOf<T extends Say>(locale: string, say: T): T {
  const isRightToLeft = directionOf(locale) === 'rtl'
  const digits = new Intl.NumberFormat(locale)
  const speak = (key: string, values?: Readonly<Record<string, unknown>>) => {
    const translator = say as unknown as (key: string, values?: object) => string
    if (!values) return translator(key)
    const message = String((say.raw as (key: string) => unknown)(key))
    const settled = Object.entries(values).map(([name, value]) => {
      // A number inside `{count, plural, …}` has its digits already.
      if (typeof value === 'number' && message.includes(`{${name}}`)) return [name, digits.format(value)]
      return [name, isRightToLeft && typeof value === 'string' ? isolated(value) : value]
    })
    return translator(key, Object.fromEntries(settled))
  }
  return Object.assign(speak, say) as unknown as T
}

/** An address is copied out of its sentence, or made a link by a mail program: nothing unseen may stick to it. */
function isolated(text: string): string {
  return text === '' || URL.canParse(text) ? text : `\u2068${text}\u2069`
}
