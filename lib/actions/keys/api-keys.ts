'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { hashToken, newToken } from '#lib/auth/links/token.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { keyIdForm, newKeyForm } from '#lib/input/machine/key-forms.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { createApiKey, revokeApiKey } from '#lib/store/keys/api-keys.ts'

const page = '/admin/keys'
/** Says in logs and leaks whose secret it is; the characters after it tell keys apart. */
const prefix = 'mh_'
const hintLength = prefix.length + 5

/** Makes a key of the JSON API and shows it this once: only its hash is kept. */
export async function makeApiKey(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('key.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(newKeyForm, form)
  if (!input.ok) return badForm(input.error, words)
  const token = `${prefix}${newToken().token}`
  const hint = token.slice(0, hintLength)
  const created = await createApiKey({ ...input.value, tokenHash: hashToken(token), hint, by: user, now: new Date() })
  if (!created.ok) return rejected({ place: [words('keys.noPlace')] }, { name: input.value.name })
  revalidatePath(page)
  return done(words('keys.made'), token)
}

/** Ends a key. */
export async function endApiKey(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('key.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(keyIdForm, form)
  if (!input.ok) return badForm(input.error, words)
  const revoked = await revokeApiKey({ id: input.value.id, by: user.name, now: new Date() })
  revalidatePath(page)
  return revoked.ok ? done(words('keys.revoked')) : refused('no-such-key', words('keys.noKey'))
}
