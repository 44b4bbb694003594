import type { State } from '#lib/domain/workflow/newsroom.ts'
import {
  type Choice,
  type OpenEdition,
  type PictureChoice,
  pictureWords,
  type SiblingArticle,
} from '#lib/domain/writing/editor/lookups.ts'
import type { DraftField } from '#lib/domain/writing/saving/merge.ts'

export type BlogChoice = Choice & { readonly slug: string }

/** What the page read for its panels. Plain values: they travel to the browser. */
export type PageFacts = {
  readonly state: State['kind']
  readonly blogs: readonly BlogChoice[]
  readonly contributors: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly pictures: readonly PictureChoice[]
  readonly siblings: readonly SiblingArticle[]
  readonly openEditions: readonly OpenEdition[]
  readonly mayEdit: boolean
  readonly mayMove: boolean
  /** Whether bylines and topics can be changed: of a published article readers see that at once. */
  readonly mayChangeFacts: boolean
}

/** Values of a draft in words, where texts are compared and merged: ids have names. */
export function sayFacts({ blogs, contributors, topics, pictures }: PageFacts) {
  const nameIn = (choices: readonly Choice[], id: unknown) => choices.find((one) => one.id === id)?.name ?? `#${id}`
  const sayPicture = (id: number): readonly string[] => {
    const picture = pictures.find((one) => one.id === id)
    if (!picture) return [`#${id}`]
    const { alt, caption, credit } = pictureWords(picture, picture.texts[0]?.locale ?? '')
    return [picture.fileName, alt, caption, credit].filter((line) => line !== null && line !== '') as readonly string[]
  }
  const say = (field: DraftField, value: unknown): string => {
    if (value === null || value === undefined) return ''
    const list = Array.isArray(value) ? value : []
    switch (field) {
      case 'blogId':
        return nameIn(blogs, value)
      case 'pictureId':
        return sayPicture(Number(value)).join(' · ')
      case 'topicIds':
        return list.map((id) => nameIn(topics, id)).join(', ')
      case 'bylines':
        return list
          .map(({ contributorId, role }) => [nameIn(contributors, contributorId), role].filter(Boolean).join(' — '))
          .join(', ')
      case 'sources':
        return list.map(({ name, href }) => [name, href].filter(Boolean).join(' ')).join(', ')
      default:
        return String(value)
    }
  }
  return { say, sayPicture }
}
