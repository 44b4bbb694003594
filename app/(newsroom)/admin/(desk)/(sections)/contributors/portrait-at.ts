import type { Bar } from '#lib/domain/media/rights.ts'
import type { PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { findPicturesById } from '#lib/store/articles/desk/editor-lookups.ts'

const names = ['portrait', 'noPortrait', 'findPortrait', 'find', 'noPictures', 'noAlt', 'describe'] as const

/** What the field of the portrait shows and says. */
export async function portraitAt(pictureId: number | null, words: AdminWords) {
  const [current] = pictureId === null ? [] : await findPicturesById([pictureId], new Date())
  const said = Object.fromEntries(names.map((name) => [name, words(`references.contributors.${name}`)]))
  const bars = { expired: words('pictures.bar.expired'), 'no-reuse': words('pictures.bar.no-reuse') }
  return { current: current ?? null, words: said as Record<(typeof names)[number], string>, bars } satisfies {
    readonly current: PictureChoice | null
    readonly words: unknown
    readonly bars: Readonly<Record<Bar, string>>
  }
}

/** The portrait of the same person elsewhere, to begin with: only one that may be placed anew. */
export async function portraitTakenOver(pictureId: number | null, words: AdminWords) {
  const field = await portraitAt(pictureId, words)
  return field.current?.bar ? { ...field, current: null } : field
}
