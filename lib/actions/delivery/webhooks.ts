'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import type { Result } from '#lib/domain/result.ts'
import { authSecret } from '#lib/env/env.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { webhookForm, webhookIdForm } from '#lib/input/machine/delivery-forms.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { webhookSecret } from '#lib/outbound/sign-webhook.ts'
import {
  createWebhook,
  deleteWebhook,
  renewWebhookSecret,
  switchWebhook,
  testWebhook,
  type WebhookRefusal,
} from '#lib/store/delivery/webhooks.ts'

const page = '/admin/deliveries'

/** Adds a program that is told of changes, and shows the secret by which it knows that we speak. */
export async function addWebhook(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('key.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(webhookForm, form)
  if (!input.ok) {
    const bad = badForm(input.error, words)
    const isNoAddress = input.error.errors.url?.includes('webAddress')
    if (!isNoAddress || bad.kind !== 'rejected') return bad
    return rejected({ ...bad.errors, url: [words('delivery.webhooks.badUrl')] }, bad.values)
  }
  const { name, url, edition } = input.value
  const { salt } = await createWebhook({ name, url, editionId: edition, by: user.name, now: new Date() })
  revalidatePath(page)
  return done(words('delivery.webhooks.added'), secretOf(salt))
}

/** Shows a new secret; the one before it is worth nothing from now on. */
export async function renewSecret(_: FormState, form: FormData): Promise<FormState> {
  return change(form, async ({ id, by, now, words }) => {
    const renewed = await renewWebhookSecret({ id, by, now })
    return renewed.ok ? done(words('delivery.webhooks.renewed'), secretOf(renewed.value.salt)) : gone(words)
  })
}

/** Tells it nothing more, until it is started again. */
export async function stopWebhook(_: FormState, form: FormData): Promise<FormState> {
  return change(form, async ({ words, ...of }) =>
    said(await switchWebhook({ ...of, isOn: false }), words('delivery.webhooks.stopped'), words),
  )
}

export async function startWebhook(_: FormState, form: FormData): Promise<FormState> {
  return change(form, async ({ words, ...of }) =>
    said(await switchWebhook({ ...of, isOn: true }), words('delivery.webhooks.started'), words),
  )
}

export async function removeWebhook(_: FormState, form: FormData): Promise<FormState> {
  return change(form, async ({ words, ...of }) =>
    said(await deleteWebhook(of), words('delivery.webhooks.removed'), words),
  )
}

/** Sends a message that tells of nothing. */
export async function tryWebhook(_: FormState, form: FormData): Promise<FormState> {
  return change(form, async ({ words, ...of }) => said(await testWebhook(of), words('delivery.webhooks.tried'), words))
}

type Asked = { readonly id: number; readonly by: string; readonly now: Date; readonly words: AdminWords }

async function change(form: FormData, act: (asked: Asked) => Promise<FormState>): Promise<FormState> {
  const user = await requireUser('key.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(webhookIdForm, form)
  if (!input.ok) return badForm(input.error, words)
  const state = await act({ id: input.value.id, by: user.name, now: new Date(), words })
  revalidatePath(page)
  return state
}

function said(result: Result<void, WebhookRefusal>, message: string, words: AdminWords): FormState {
  return result.ok ? done(message) : gone(words)
}

function gone(words: AdminWords): FormState {
  return refused('no-such-webhook', words('delivery.webhooks.gone'))
}

function secretOf(salt: string): string {
  return webhookSecret(authSecret(), salt)
}
