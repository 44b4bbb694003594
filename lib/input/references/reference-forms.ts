import { z } from 'zod'
import { isSlug } from '#lib/domain/site/address.ts'
import { suggestSlug } from '#lib/domain/writing/editor/suggest-slug.ts'
import { line, optionalRowId, requiredLine, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language.

export const referenceLimits = { name: 80, slug: 96, description: 300, role: 80, bio: 1_000, links: 2_000 } as const

const mostLinks = 8

const name = requiredLine(referenceLimits.name)
const typedSlug = line(referenceLimits.slug).transform((value) => value.toLowerCase())

/** Left empty, the address is made from the name; a name that no Latin letters can spell needs one by hand. */
function withSlug<T extends { readonly name: string; readonly slug: string }>(given: T, context: z.RefinementCtx): T {
  const slug = given.slug || suggestSlug(given.name)
  if (!isSlug(slug)) context.addIssue({ code: 'custom', path: ['slug'], message: given.slug ? 'invalid' : 'required' })
  return { ...given, slug }
}

const seenAt = z.iso.datetime('invalid').transform((text) => new Date(text))
const optionalId = optionalRowId.optional().transform((id) => id ?? null)
const topicWords = { name, slug: typedSlug, description: line(referenceLimits.description) }

export const newTopicForm = z.object({ edition: rowId, counterpart: optionalId, ...topicWords }).transform(withSlug)
export const topicForm = z.object({ id: rowId, seenAt, ...topicWords }).transform(withSlug)

/** One address a line, `https:` or `mailto:`: nothing that runs, nothing that loads. */
export const addressLines = (schemes: readonly string[]) =>
  z
    .string('invalid')
    .max(referenceLimits.links, 'tooLong')
    .transform((text) => [...new Set(text.split(/\s+/).filter(Boolean))])
    .pipe(z.array(z.string().refine((address) => isAddress(address, schemes), 'invalid')).max(mostLinks, 'tooLong'))

const contributorWords = {
  name,
  slug: typedSlug,
  kind: z.enum(['person', 'organisation'], 'choice'),
  role: requiredLine(referenceLimits.role),
  bio: line(referenceLimits.bio),
  isPseudonym: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
  links: addressLines(['https:', 'mailto:']),
  pictureId: optionalId,
  userId: z
    .string('choice')
    .max(64, 'choice')
    .transform((value) => value || null),
}

export const newContributorForm = z
  .object({ edition: rowId, counterpart: optionalId, ...contributorWords })
  .transform(withSlug)
export const contributorForm = z.object({ id: rowId, seenAt, ...contributorWords }).transform(withSlug)

export const mergeForm = z.object({
  id: rowId,
  into: rowId,
  seen: z.string('invalid').max(2_000, 'invalid'),
  confirmed: z.literal('yes', 'unconfirmed'),
})
export const rowForm = z.object({ id: rowId })

/** `counterpart-{edition}`: the id of what stands for it there, or nothing. */
export function counterpartsOf(form: FormData): readonly { readonly editionId: number; readonly id: number | null }[] {
  return [...form].flatMap(([field, value]) => {
    const edition = /^counterpart-([1-9]\d{0,8})$/.exec(field)?.[1]
    const id = optionalId.safeParse(value)
    return edition && id.success ? [{ editionId: Number(edition), id: id.data }] : []
  })
}

function isAddress(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (!schemes.includes(protocol) || username || password) return false
  return protocol === 'mailto:' ? /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+$/.test(text) : hostname.includes('.')
}
