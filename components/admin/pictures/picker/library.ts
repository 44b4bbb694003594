import type { FormState } from '#lib/domain/form-state.ts'
import type { PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { type PicturesMessages, type PicturesWords, picturesWords } from '#lib/i18n/admin/pictures/words.ts'

/** What a page hands to the browser so that pictures can be chosen, brought and described there. */
export type LibrarySetup = {
  readonly messages: PicturesMessages
  readonly find: (question: {
    readonly text: string
    readonly ids?: readonly number[]
  }) => Promise<readonly PictureChoice[]>
  /** Saves the words of a picture in one language. */
  readonly saveWords: (state: FormState, form: FormData) => Promise<FormState>
  /** Null: this person brings no pictures. */
  readonly bringer: { readonly userId: string; readonly mostMegabytes: number } | null
  readonly form: { readonly working: string; readonly problems: string; readonly close: string }
}

export type Library = LibrarySetup & {
  readonly words: PicturesWords
  /** Of whoever looks. */
  readonly locale: string
  /** Where the picture will stand: its words are wanted in this language. */
  readonly edition: { readonly locale: string; readonly language: string }
}

export function libraryOf(setup: LibrarySetup, place: Pick<Library, 'locale' | 'edition'>): Library {
  return { ...setup, ...place, words: picturesWords(place.locale, setup.messages) }
}
