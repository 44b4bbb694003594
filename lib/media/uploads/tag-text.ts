/** Tags as the reader of metadata gives them, and the words in them. */

/** Tags of one kind by their names. */
export type TagGroup = Readonly<Record<string, unknown>>

const longestText = 4_000

/** The first of these that says something. */
export function first<T>(...values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null
}

/** The text of a tag as the reader describes it. */
export function plainIn(tag: unknown): string | null {
  return tidy(Array.isArray(tag) ? tag.map(descriptionOf).join(', ') : descriptionOf(tag))
}

/** A list of names. */
export function listIn(tag: unknown): string | null {
  return plainIn(valueIn(tag)) ?? plainIn(tag)
}

/** The text for everybody (`x-default`) of an XMP text in several languages, or its first. */
export function languageIn(tag: unknown): string | null {
  const value = valueIn(tag)
  if (!Array.isArray(value)) return plainIn(tag)
  const isDefault = (one: unknown) => at(at(one, 'attributes'), 'lang') === 'x-default'
  return plainIn(value.find(isDefault) ?? value[0])
}

function descriptionOf(tag: unknown): string {
  const text = at(tag, 'description')
  return typeof text === 'string' ? text : ''
}

export function valueIn(tag: unknown): unknown {
  return at(tag, 'value')
}

export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function tidy(text: string): string | null {
  const clean = text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, longestText)
    // The cut may go through a sign of two halves.
    .toWellFormed()
  return clean === '' ? null : clean
}
