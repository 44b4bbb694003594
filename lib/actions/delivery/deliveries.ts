'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { deliveryIdForm, deliverySettingsForm } from '#lib/input/machine/delivery-forms.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { replayDelivery } from '#lib/store/delivery/delivery-log.ts'
import { changeDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'

/** Sends a message of the log once more. */
export async function sendAgain(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('key.manage')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(deliveryIdForm, form)
  if (!input.ok) return badForm(input.error, words)
  const replayed = await replayDelivery({ id: input.value.id, by: user.name, now: new Date() })
  if (!replayed.ok) return refused(replayed.error.kind, words('delivery.log.gone'))
  revalidatePath('/admin/deliveries')
  return done(words('delivery.log.sentAgain'))
}

/** Which hubs feeds name, and whether search engines are told of changes. */
export async function saveDeliverySettings(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('key.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(deliverySettingsForm, form)
  if (!input.ok) return rejected({ hubs: [words('delivery.hubs.bad')] }, input.error.values)
  const { hubs, indexNow } = input.value
  await changeDeliverySettings({ hubs, usesIndexNow: indexNow, by: user.name, now: new Date() })
  revalidatePath('/admin/deliveries')
  return done(words('delivery.hubs.saved'))
}
