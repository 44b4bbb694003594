import { createContext, useContext } from 'react'
import type { Library } from '#components/admin/pictures/picker/library.ts'
import type { Direction } from '#lib/domain/edition.ts'
import type { FoundArticle, PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import type { Suggester } from './suggesting/panel/say-suggestion.ts'

export type EditedEdition = {
  readonly id: number
  readonly key: string
  readonly isDefault: boolean
  readonly name: string
  /** Its language by its own name. */
  readonly language: string
  readonly locale: string
  readonly direction: Direction
}

/** What the server is asked while writing. Server actions: the page hands them in. */
export type Lookups = {
  readonly findArticles: (question: {
    readonly articleId: number
    readonly text: string
  }) => Promise<readonly FoundArticle[]>
}

/** What every part of the editor needs to know of its surroundings. */
export type EditorSetting = {
  readonly words: EditorWords
  readonly articleId: number
  readonly edition: EditedEdition
  /** What readers see before an address: `https://example.org/ky`. */
  readonly origin: string
  readonly lookups: Lookups
  /** Where pictures come from; null: the text is no article's, and pictures and links to articles have no place in it. */
  readonly library: Library | null
  /** Who suggests changes; null: the text is no article's, and nothing can be suggested in it. */
  readonly suggester: Suggester | null
  /** Pictures that the page knows already, by id; choosing one adds it. */
  readonly pictures: Map<number, PictureChoice>
  /** Tells something that needs no answer, where it stays until it is put away. */
  readonly tell: (message: string) => void
}

export const EditorSettingContext = createContext<EditorSetting | null>(null)

export function useSetting(): EditorSetting {
  const setting = useContext(EditorSettingContext)
  if (!setting) throw new Error('A part of the editor stands outside of it')
  return setting
}
