'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { changeOf, refusalState, requirePictureChange } from '#lib/actions/support/picture-change.ts'
import { done, type FormState, rejected } from '#lib/domain/form-state.ts'
import { describePicture } from '#lib/domain/media/library.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { textsForm } from '#lib/input/picture-forms.ts'
import { listTextLocales } from '#lib/store/media/media-library.ts'
import { changePicture } from '#lib/store/media/media-library-change.ts'

/** Description, caption and credit of a picture in one language. */
export async function saveTexts(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePictureChange(form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(textsForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { id, version, locale, alt, caption, credit } = input.value
  const known = await listTextLocales()
  if (!known.some((one) => one.locale === locale)) return rejected({ form: [words('shell.errors.invalid')] })
  const changed = await changePicture(changeOf({ id, version }, 'picture.texts', user), (picture) =>
    describePicture(picture, { locale, alt, caption, credit }),
  )
  if (!changed.ok) {
    const { error } = changed
    if (error.kind !== 'alt-missing' && error.kind !== 'alt-is-caption') return refusalState(error, form, words)
    const message = words(error.kind === 'alt-missing' ? 'pictures.texts.altMissing' : 'pictures.texts.altIsCaption')
    return rejected({ alt: [message] }, { alt, caption, credit: credit ?? '' })
  }
  revalidatePath(`/admin/pictures/${id}`)
  return done(words('pictures.texts.saved'))
}
