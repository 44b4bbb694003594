'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { refusedSection } from '#lib/actions/support/section-words.ts'
import { badSiteForm } from '#lib/actions/support/site-words.ts'
import { sendMail } from '#lib/auth/mail.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { type Crawler, crawlerGroups, crawlers } from '#lib/domain/site/crawlers.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { crawlersForm, publishingSignInForm, sessionForm, siteForm } from '#lib/input/site/site-forms.ts'
import { changeDeniedCrawlers } from '#lib/store/site/crawler-setting.ts'
import { changePublishingSignIn } from '#lib/store/site/publishing-sign-in.ts'
import { changeSessionDays } from '#lib/store/site/session-setting.ts'
import { changeSite } from '#lib/store/site/site-admin.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

/** Saves what the organisation says of itself. Readers see it at once. */
export async function saveSite(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(siteForm, form)
  if (!input.ok) return badSiteForm(input.error, words)
  const { seenAt, ...facts } = input.value
  const changed = await changeSite({ seenAt, facts, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedSection(words('site.refusals.stale'), form)
  revalidatePath('/admin/settings')
  return done(words('sections.saved'))
}

/** How long a session lasts. */
export async function saveSessionLength(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(sessionForm, form)
  if (!input.ok) return badForm(input.error, words)
  await changeSessionDays({ days: input.value.days, by: user.name, now: new Date() })
  revalidatePath('/admin/settings')
  return done(words('site.settings.saved'))
}

/** How young a sign-in must be to bring something to readers. Who could loosen it with an old one would not need to be asked. */
export async function savePublishingSignIn(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const asking = await askAgain(user, 'irreversible', form)
  if (asking) return asking
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(publishingSignInForm, form)
  if (!input.ok) return badForm(input.error, words)
  await changePublishingSignIn({ hours: input.value.hours, by: user.name, now: new Date() })
  revalidatePath('/admin/settings')
  return done(words('site.settings.saved'))
}

/** Which crawlers robots.txt lets in. */
export async function saveCrawlers(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(crawlersForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { allowed } = input.value
  const denied = crawlerGroups
    .flatMap((group): readonly Crawler[] => crawlers[group])
    .filter((crawler) => !allowed.includes(crawler))
  await changeDeniedCrawlers({ denied, by: user.name, now: new Date() })
  revalidatePath('/admin/settings')
  return done(words('site.settings.saved'))
}

/** Sends a letter to whoever asks, and says whether the post took it. */
export async function sendTestLetter(_: FormState, _form: FormData): Promise<FormState> {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const name = await findSiteName()
  const subject = words('site.settings.testSubject', { name })
  const isSent = await sendMail({ to: user.email, subject, text: words('site.settings.testText', { name }) })
  return isSent
    ? done(words('site.settings.sent', { email: user.email }))
    : refused('not-sent', words('site.settings.notSent'))
}
