import { randomBytes } from 'node:crypto'
import { describePicture, type LibraryPicture, mayChangePicture } from '#lib/domain/media/library.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { KeptPictures, KeptWords } from '#lib/domain/workflow/revision-facts.ts'
import { findKeptWords } from './kept-words.ts'
import { findLibraryPicture } from './media-library.ts'
import { changePicture } from './media-library-change.ts'
import { listPictureUses } from './media-library-uses.ts'

type Restoring = {
  readonly articleId: number
  readonly locale: string
  readonly kept: KeptPictures
  readonly by: SignedIn
}

export type WordsPlan = {
  /** Pictures of this article alone, whose words will be again what they were. */
  readonly changes: readonly { readonly picture: LibraryPicture; readonly words: KeptWords }[]
  /** File names of those that other pages show too, or that this person may not change: they stay as they are. */
  readonly left: readonly string[]
}

/** What going back to the words of a revision means for its pictures: a library's words are shared, so only some can go back. */
export async function planWords({ articleId, locale, kept, by }: Restoring): Promise<WordsPlan> {
  const now = await findKeptWords(Object.keys(kept).map(Number), locale)
  const changes: { picture: LibraryPicture; words: KeptWords }[] = []
  const left: string[] = []
  for (const [id, words] of Object.entries(kept)) {
    // Nobody had described it then: to take today's words away would help nobody.
    if (words.alt === '' || canonicalJson(words) === canonicalJson(now[id])) continue
    const picture = await findLibraryPicture(Number(id))
    if (!picture) continue
    const uses = await listPictureUses(picture.id)
    const isAlone = uses.every((use) => 'articleId' in use && use.articleId === articleId)
    if (isAlone && mayChangePicture(by, picture)) changes.push({ picture, words })
    else left.push(picture.fileName)
  }
  return { changes, left }
}

/** Carries the plan out, in the transaction around it. */
export async function restoreWords(
  { changes }: WordsPlan,
  { locale, by, now }: { readonly locale: string; readonly by: SignedIn; readonly now: Date },
): Promise<void> {
  for (const { picture, words } of changes) {
    const change = { id: picture.id, version: null, action: 'picture.texts', by, now } as const
    await changePicture({ ...change, newToken: randomBytes(18).toString('base64url') }, (current) =>
      describePicture(current, {
        ...{ locale, alt: words.alt, caption: words.caption },
        credit: words.credit === current.credit ? null : words.credit,
      }),
    )
  }
}
