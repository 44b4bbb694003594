'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { badForm } from '#lib/actions/support/action-words.ts'
import { changeOf, refusalState, requirePictureChange } from '#lib/actions/support/picture-change.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { focusForm, notesForm, pictureForm } from '#lib/input/picture-forms.ts'
import { dropPictureFiles } from '#lib/media/uploads/uploads.ts'
import { changePicture, deletePictureRow } from '#lib/store/media/media-library-change.ts'

/** Sets the point that no crop may lose. */
export async function saveFocus(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePictureChange(form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(focusForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { x, y } = input.value
  const changed = await changePicture(changeOf(input.value, 'picture.focus', user), (picture) =>
    ok({ ...picture, focus: { x, y } }),
  )
  if (!changed.ok) return refusalState(changed.error, form, words)
  revalidatePath(`/admin/pictures/${input.value.id}`)
  return done(words('pictures.focus.saved'))
}

/** Credit, copyright, rights, date, place and origin: the same in every language. */
export async function saveNotes(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePictureChange(form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(notesForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { id, version, takenAt, reuse, ...notes } = input.value
  const changed = await changePicture(changeOf({ id, version }, 'picture.notes', user), (picture) =>
    // The form knows the day only: the hour that the file brought stays while the day does.
    ok({
      ...{ ...picture, ...notes, isReusable: reuse === 'yes' },
      takenAt: isSameDay(picture.takenAt, takenAt) ? picture.takenAt : takenAt,
    }),
  )
  if (!changed.ok) return refusalState(changed.error, form, words)
  revalidatePath(`/admin/pictures/${id}`)
  return done(words('pictures.notes.saved'))
}

/** Takes a picture and its files away for good, when nothing uses it. */
export async function deletePicture(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('media.delete')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(pictureForm, form)
  if (!input.ok) return badForm(input.error, words)
  const deleted = await deletePictureRow({ id: input.value.id, by: user, now: new Date() })
  if (!deleted.ok) {
    if (deleted.error.kind === 'missing') return refused('missing', words('shell.missing.text'))
    const places = new Intl.ListFormat(user.interfaceLocale).format(deleted.error.uses.map(({ name }) => `“${name}”`))
    return refused('used', words('pictures.delete.used', { places }))
  }
  await dropPictureFiles(deleted.value)
  revalidatePath('/admin/pictures')
  redirect('/admin/pictures')
}

function isSameDay(one: Date | null, other: Date | null): boolean {
  return one?.toISOString().slice(0, 10) === other?.toISOString().slice(0, 10)
}
