import type { DigitalSource } from '#lib/domain/media/digital-source.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'

/** Words about a picture in one locale. */
export type PictureWords = {
  readonly locale: string
  readonly alt: string
  readonly caption: string
  /** Instead of the picture's own credit, in this locale. */
  readonly credit: string | null
}

/** What is known of a file, and stands in every rendition of it. */
export type PictureSource = {
  readonly fileName: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly sha256: string
}

/** What editors note about a picture, the same in every language. */
export type PictureNotes = {
  readonly credit: string
  readonly copyright: string | null
  /** Under which terms it may be shown, in words. */
  readonly rights: string | null
  /** Its last day, as midnight UTC at its start. */
  readonly rightsUntil: Date | null
  /** Without it the picture stays where it stands, and is placed nowhere anew. */
  readonly isReusable: boolean
  readonly takenAt: Date | null
  /** Where it is, in words. For whoever looks for pictures: readers read of places in captions. */
  readonly location: string | null
  /** How it came to be; null where nobody said. */
  readonly digitalSource: DigitalSource | null
}

export type Focus = { readonly x: number; readonly y: number }

/** A picture as the newsroom decides on it. */
export type LibraryPicture = PictureSource &
  PictureNotes & {
    readonly id: number
    readonly token: string
    readonly version: number
    readonly focus: Focus
    readonly texts: readonly PictureWords[]
    /** What the file says of itself, in a language that it does not name. */
    readonly ownCaption: string | null
    readonly ownAlt: string | null
    /** Who brought it; null when it came with an import. */
    readonly uploadedById: string | null
    readonly createdAt: Date
  }

/** A place where a picture is shown, or would be once its article is published. */
export type PictureUse =
  | {
      readonly kind: 'lead' | 'figure' | 'unsaved'
      readonly articleId: number
      readonly name: string
      readonly isPublic: boolean
    }
  | { readonly kind: 'slot'; readonly editionId: number; readonly name: string; readonly isPublic: true }
  | { readonly kind: 'contributor'; readonly contributorId: number; readonly name: string; readonly isPublic: true }

/** Editors may change every picture; whoever brought one may describe it: nobody else knows what it shows. */
export function mayChangePicture(user: SignedIn, picture: Pick<LibraryPicture, 'uploadedById'>): boolean {
  return may(user, 'media.edit') || (may(user, 'media.upload') && picture.uploadedById === user.id)
}

/**
 * Whether renditions of both look alike to the last byte. Their addresses are immutable (docs/contracts.md): where they differ the
 * picture gets a new token, and the old addresses go on showing what they showed.
 */
export function drawsTheSame(before: LibraryPicture, after: LibraryPicture): boolean {
  return (
    before.sha256 === after.sha256 &&
    before.focus.x === after.focus.x &&
    before.focus.y === after.focus.y &&
    before.credit === after.credit &&
    before.copyright === after.copyright &&
    before.digitalSource === after.digitalSource
  )
}

/** Whether a description only says the caption again: a screen reader would read it twice. Signs and capitals do not count. */
export function repeats(alt: string, caption: string): boolean {
  return caption.trim() !== '' && bare(alt) === bare(caption)
}

export type WordsRefusal = { readonly kind: 'alt-missing' | 'alt-is-caption' }

/** The picture with its words in one locale replaced. Empty words take the locale away. */
export function describePicture(picture: LibraryPicture, words: PictureWords): Result<LibraryPicture, WordsRefusal> {
  const others = picture.texts.filter(({ locale }) => locale !== words.locale)
  if (!words.alt && !words.caption && !words.credit) return ok({ ...picture, texts: others })
  if (!words.alt) return refuse({ kind: 'alt-missing' })
  if (repeats(words.alt, words.caption)) return refuse({ kind: 'alt-is-caption' })
  return ok({ ...picture, texts: [...others, words].toSorted((one, two) => one.locale.localeCompare(two.locale)) })
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
