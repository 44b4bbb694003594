import { z } from 'zod'
import { channels } from '#lib/domain/delivery/delivery.ts'
import { optionalRowId, requiredLine, rowId } from '#lib/input/form-fields.ts'

const longestName = 80
const longestAddress = 2_000
/** A feed names each: more than a few cost every reader's program bytes. */
const mostHubs = 5

const webAddress = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(longestAddress, 'tooLong')
  .refine(isWebAddress, 'webAddress')
  .transform(inAscii)

export const webhookForm = z.object({
  name: requiredLine(longestName),
  url: webAddress,
  edition: optionalRowId,
})

export const webhookIdForm = z.object({ id: rowId })

export const deliveryIdForm = z.object({
  id: z
    .string('invalid')
    .regex(/^[1-9]\d{0,17}$/, 'invalid')
    .transform(BigInt),
})

export const deliverySettingsForm = z.object({
  /** One address a line. */
  hubs: z
    .string()
    .transform((text) => [...new Set(text.split(/\s+/).filter(Boolean))])
    .refine((hubs) => hubs.length <= mostHubs, 'tooMany')
    .refine((hubs) => hubs.every((hub) => hub.length <= longestAddress && isWebAddress(hub)), 'webAddress')
    .transform((hubs) => [...new Set(hubs.map(inAscii))]),
  indexNow: z
    .enum(['on'])
    .optional()
    .transform((value) => value === 'on'),
})

export const deliveryQuery = z.object({
  state: z.enum(['waiting', 'delivered', 'given-up']).nullable().catch(null),
  channel: z.enum(channels).nullable().catch(null),
  webhook: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .transform(BigInt)
    .nullable()
    .catch(null),
})

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

/** As headers and requests spell it: feeds name their hubs in a header, which holds no letter beyond Latin-1. */
function inAscii(address: string): string {
  return new URL(address).href
}
