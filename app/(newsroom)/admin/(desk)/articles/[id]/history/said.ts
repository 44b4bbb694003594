import type { FieldDiff } from '#components/admin/saving/history/draft-diff.tsx'
import type { Source } from '#lib/domain/article.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { KeptPictures, KeptWords } from '#lib/domain/workflow/revision-facts.ts'
import { type Choice, type PictureChoice, pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import type { DraftField } from '#lib/domain/writing/saving/merge.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

/** What ids are called today: names of people and topics are no part of a revision. */
export type Names = {
  readonly blogs: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly contributors: readonly Choice[]
  readonly pictureName: (id: number) => string
}

/** A field of a revision in words. */
export function fieldText(field: DraftField, value: unknown, names: Names): string {
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'pictureId':
      return names.pictureName(Number(value))
    case 'blogId':
      return called(names.blogs, Number(value))
    case 'topicIds':
      return (value as Article['topicIds']).map((id) => called(names.topics, id)).join(', ')
    case 'bylines':
      return (value as Article['bylines'])
        .map(({ contributorId, role }) => called(names.contributors, contributorId) + (role ? ` (${role})` : ''))
        .join(', ')
    case 'sources':
      return (value as readonly Source[]).map(({ name, href }) => [name, href].filter(Boolean).join(' ')).join(', ')
    default:
      return String(value)
  }
}

export function nameOf(pictures: readonly PictureChoice[], id: number): string {
  return pictures.find((picture) => picture.id === id)?.fileName ?? `#${id}`
}

/** A picture as it came or went: with the words of its revision, where that kept them. */
export function pictureLines(
  pictures: readonly PictureChoice[],
  { id, locale, kept }: { readonly id: number; readonly locale: string; readonly kept: KeptWords | undefined },
): readonly string[] {
  const picture = pictures.find((one) => one.id === id)
  const { alt, caption, credit } =
    kept ?? (picture ? pictureWords(picture, locale) : { alt: '', caption: '', credit: '' })
  return [nameOf(pictures, id), alt, caption, credit ?? ''].filter(Boolean)
}

/** What the words of pictures were in both revisions. A picture that only one of them shows, or kept no words of, is said elsewhere. */
export function pictureDiffs(
  before: { readonly pictures: KeptPictures },
  after: { readonly pictures: KeptPictures },
  name: (id: number) => string,
  words: SavingWords,
): readonly FieldDiff[] {
  return Object.entries(after.pictures).flatMap(([id, now]) => {
    const then = before.pictures[id]
    if (!then) return []
    return (['alt', 'caption', 'credit'] as const).map((part) => ({
      label: words(`pictureWords.${part}`, { name: name(Number(id)) }),
      before: then[part],
      after: now[part],
    }))
  })
}

function called(choices: readonly Choice[], id: number): string {
  return choices.find((choice) => choice.id === id)?.name ?? `#${id}`
}
