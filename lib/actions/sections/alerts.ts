'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { momentIn } from '#lib/actions/support/publishing-words.ts'
import { admittedUser, requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import type { FrontChoice } from '#lib/domain/sections/front-slots.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { alertForm, endAlertForm } from '#lib/input/sections/alert-forms.ts'
import { frontQuestion } from '#lib/input/sections/front-form.ts'
import { endAlert, findAlertEdition, isPublishedIn } from '#lib/store/sections/alerts-admin.ts'
import { createAlert } from '#lib/store/sections/create-alert.ts'
import { findZone } from '#lib/store/sections/edition-zone.ts'
import { findFrontChoices } from '#lib/store/sections/fronts-admin.ts'

const hourMs = 3_600_000

/** Runs a strip over every page of an edition, at once or from a time of the edition's clock. */
export async function runAlert(_: FormState, form: FormData): Promise<FormState> {
  const person = await requireSignedIn()
  const words = adminWords(person.interfaceLocale)
  const input = parseForm(alertForm, form)
  const editionId = input.ok ? input.value.edition : Number(form.get('edition'))
  const user = await requireUser('alert.run', Number.isSafeInteger(editionId) ? { editionId } : {})
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  if (!input.ok) return badForm(input.error, words)
  const { text, article, startsAt, hours } = input.value
  const typed = { edition: String(editionId), text, article: String(article ?? ''), startsAt, hours: String(hours) }
  if (article !== null && !(await isPublishedIn(editionId, article)))
    return rejected({ article: [words('desk.alerts.noArticle')] }, typed)
  const timeZone = await findZone(editionId)
  const now = new Date()
  const read = startsAt ? readZonedTime(startsAt, timeZone) : ({ kind: 'moment', at: now } as const)
  if (read.kind === 'bad') return rejected({ startsAt: [words('desk.alerts.badTime')] }, typed)
  if (read.kind === 'gap') return rejected({ startsAt: [words('desk.alerts.gapTime', { zone: timeZone })] }, typed)
  // An hour that the clock shows twice: the alert is there from the first of them.
  const from = read.kind === 'overlap' ? read.first : read.at
  const until = new Date(from.getTime() + hours * hourMs)
  if (until <= now) return rejected({ startsAt: [words('desk.alerts.past')] }, typed)
  const by = { name: user.name }
  await createAlert({ editionId, text, articleId: article, startsAt: from, expiresAt: until, by, now })
  revalidatePath('/admin/alerts')
  const voice = { words, locale: user.interfaceLocale, timeZone }
  return done(words('desk.alerts.created', { from: momentIn(voice, from), until: momentIn(voice, until) }))
}

/** Takes an alert from readers before its time. */
export async function endAlertNow(_: FormState, form: FormData): Promise<FormState> {
  const person = await requireSignedIn()
  const words = adminWords(person.interfaceLocale)
  const input = parseForm(endAlertForm, form)
  const editionId = input.ok ? await findAlertEdition(input.value.id) : null
  const user = await requireUser('alert.run', editionId === null ? {} : { editionId })
  if (!input.ok || editionId === null) return refused('gone', words('desk.alerts.gone'))
  const ended = await endAlert({ id: input.value.id, by: { name: user.name }, now: new Date() })
  if (!ended.ok) return refused(ended.error.kind, words('desk.alerts.gone'))
  revalidatePath('/admin/alerts')
  return done(words('desk.alerts.endedNow'))
}

/** Where an alert of an edition can lead: to what its readers can read. */
export async function findForAlert(question: {
  readonly editionId: number
  readonly text: string
}): Promise<readonly FrontChoice[]> {
  const user = await admittedUser()
  const asked = frontQuestion.safeParse(question)
  if (!user || !asked.success) return []
  const { editionId, text } = asked.data
  return may(user, 'alert.run', { editionId }) ? findFrontChoices({ editionId, text }) : []
}
