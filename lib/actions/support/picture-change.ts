import { randomBytes } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { forbidden } from 'next/navigation'
import { requireUser } from '#lib/auth/session.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { mayChangePicture } from '#lib/domain/media/library.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { pictureForm } from '#lib/input/picture-forms.ts'
import { findLibraryPicture } from '#lib/store/media/media-library.ts'

/** Whoever may change the picture that the form names; anyone else gets the sign-in page or 403. */
export async function requirePictureChange(form: FormData): Promise<SignedIn> {
  const user = await requireUser('media.upload')
  const input = parseForm(pictureForm, form)
  const picture = input.ok ? await findLibraryPicture(input.value.id) : null
  // What is not there belongs to nobody: editors hear that it is missing, others that they may not.
  if (!mayChangePicture(user, picture ?? { uploadedById: null })) forbidden()
  return user
}

export function changeOf<Action extends `picture.${string}`>(
  { id, version }: { readonly id: number; readonly version: number },
  action: Action,
  by: SignedIn,
) {
  return { id, version, action, by, now: new Date(), newToken: randomBytes(18).toString('base64url') }
}

/** What was typed stays; a form that was behind gets the version of now, so that saving again is a decision. */
export function refusalState({ kind }: { readonly kind: string }, form: FormData, words: AdminWords): FormState {
  if (kind !== 'stale') return refused(kind, words('shell.missing.text'))
  revalidatePath('/admin/pictures/[id]', 'page')
  const typed = [...form].filter(([, value]) => typeof value === 'string') as [string, string][]
  return rejected({ form: [words('pictures.stale')] }, Object.fromEntries(typed))
}
