import type { Direction } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import type { Bar } from '#lib/domain/media/rights.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'

/** An article that a link can lead to. */
export type FoundArticle = {
  readonly id: number
  readonly headline: string
  readonly blogName: string
  readonly state: State['kind']
  /** ISO 8601; null before it was ever public. */
  readonly publishedAt: string | null
}

/** A picture of the library with its words in every locale that has some. */
export type PictureChoice = Omit<Picture, 'alt' | 'caption'> & {
  readonly fileName: string
  /** For If-Match, when its words are changed. */
  readonly version: number
  /** Why it may not be placed anew. */
  readonly bar: Bar | null
  readonly texts: readonly PictureWords[]
}
export type PictureWords = {
  readonly locale: string
  readonly alt: string
  readonly caption: string
  readonly credit: string | null
}

/** Something to choose from a list. */
export type Choice = { readonly id: number; readonly name: string }

/** The story in another edition, as its writer needs to know it. */
export type SiblingArticle = {
  readonly id: number
  readonly editionId: number
  readonly editionName: string
  readonly locale: string
  readonly direction: Direction
  readonly headline: string
  readonly standfirst: string
  readonly body: Body
  readonly state: State['kind']
  /** The edition that the story was first written in: what the others are translated from. */
  readonly isSource: boolean
  /** Against the article that is being edited: a source that changed since, a translation that was not brought up to date. */
  readonly age: 'source-is-newer' | 'translation-is-older' | null
}

/** An edition that has no version of the story yet, with the blogs it could stand in. */
export type OpenEdition = {
  readonly id: number
  readonly name: string
  readonly locale: string
  readonly blogs: readonly Choice[]
}

/** The words of a picture in a language, or in another where those are missing. */
export function pictureWords(picture: PictureChoice, locale: string): PictureWords & { readonly isOwn: boolean } {
  const own = picture.texts.find((words) => words.locale === locale)
  const words = own ?? picture.texts[0] ?? { locale, alt: '', caption: '', credit: null }
  return { ...words, credit: words.credit ?? picture.credit, isOwn: own !== undefined }
}
