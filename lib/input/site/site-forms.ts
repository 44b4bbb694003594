import { z } from 'zod'
import { isEditionKey } from '#lib/domain/site/address.ts'
import { isCrawler } from '#lib/domain/site/crawlers.ts'
import { isPublishingSignIn } from '#lib/domain/site/publishing-sign-in.ts'
import { isSessionDays } from '#lib/domain/site/session-length.ts'
import { count, line, moment, optionalLine, requiredLine, rowId } from '#lib/input/form-fields.ts'
import { addressLines } from '#lib/input/references/reference-forms.ts'

// Messages are codes: the action says them in the user's language (`shell.errors`, or `site.refusals` for those named there).

export const siteLimits = {
  name: 80,
  tagline: 120,
  description: 300,
  footer: 300,
  key: 7,
  locale: 35,
  zone: 60,
} as const

const timeZone = requiredLine(siteLimits.zone).refine(isTimeZone, 'zone')

const editionWords = {
  key: requiredLine(siteLimits.key)
    .transform((value) => value.toLowerCase())
    .refine(isEditionKey, 'key-shape'),
  locale: requiredLine(siteLimits.locale)
    .refine(isLocale, 'language')
    .transform((value) => new Intl.Locale(value).toString()),
  direction: z.enum(['ltr', 'rtl'], 'choice'),
  timeZone,
  name: requiredLine(siteLimits.name),
  tagline: requiredLine(siteLimits.tagline),
  description: requiredLine(siteLimits.description),
  footerText: line(siteLimits.footer),
}

export const newEditionForm = z.object({
  ...editionWords,
  like: z.union([z.literal('').transform(() => null), rowId]),
})
export const editionForm = z.object({ id: rowId, seen: z.string('invalid').max(4_000, 'invalid'), ...editionWords })
export const editionOffForm = z.object({ id: rowId, count })
export const orderForm = z.object({
  id: rowId,
  what: z.enum(['blogs', 'pages'], 'invalid'),
  ids: z
    .string('invalid')
    .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8})*$/, 'invalid')
    .transform((text) => text.split(',').map(Number))
    .refine((ids) => new Set(ids).size === ids.length, 'invalid'),
})

const page = optionalLine(96)
export const siteForm = z.object({
  seenAt: moment,
  name: requiredLine(siteLimits.name),
  legalName: requiredLine(siteLimits.name),
  wordmark: optionalLine(siteLimits.name),
  email: z.union([z.literal('').transform(() => null), z.email('email').max(254, 'tooLong')], 'email'),
  socials: addressLines(['https:']),
  timeZone,
  ...{ principlesSlug: page, correctionsSlug: page, ownershipSlug: page },
})

export const sessionForm = z.object({
  days: z.string('choice').transform(Number).refine(isSessionDays, 'choice'),
})

export const publishingSignInForm = z.object({
  hours: z.string('choice').min(1, 'choice').transform(Number).refine(isPublishingSignIn, 'choice'),
})

/** The crawlers that may read; what is not ticked is kept out. */
export const crawlersForm = z.object({
  allowed: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .optional()
    .transform((tokens) => (tokens ?? []).filter(isCrawler)),
})

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

function isLocale(value: string): boolean {
  try {
    return new Intl.Locale(value).language.length >= 2
  } catch {
    return false
  }
}
