import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/**
 * ninjs 3.1 as far as we write it, from the specification of IPTC (iptc.org/std/ninjs, schema 3.1 of 2024, CC BY 4.0). No package has
 * its schema. Nothing is allowed that the standard doesn't name, and every object of it is closed.
 */

const text = { type: 'string' } as const
const uri = { type: 'string', format: 'uri' } as const
const moment = { type: 'string', format: 'date-time' } as const
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})
const listOf = (items: object) => ({ type: 'array', items })
const worded = { role: text, contentType: text, value: text }
const party = { name: text, rel: text, uri, literal: text }

const properties = {
  uri,
  type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
  representationType: { enum: ['full', 'partial'] },
  ...{ profile: text, version: text, firstCreated: moment, versionCreated: moment, contentCreated: moment },
  ...{ embargoedUntil: moment, pubStatus: { enum: ['usable', 'withheld', 'canceled'] } },
  urgency: { type: 'integer', minimum: 1, maximum: 9 },
  ...{ copyrightHolder: text, copyrightNotice: text, usageTerms: text, edNote: text, language: text },
  descriptions: listOf(closed(worded, ['value'])),
  headlines: listOf(closed(worded, ['value'])),
  bodies: listOf(closed({ ...worded, charCount: { type: 'integer' }, wordCount: { type: 'integer' } }, ['value'])),
  people: listOf(closed(party)),
  organisations: listOf(closed(party)),
  places: listOf(closed(party)),
  subjects: listOf(
    closed({ ...party, creator: text, relevance: { type: 'integer' }, confidence: { type: 'integer' } }),
  ),
  infoSources: listOf(closed({ name: text, role: text, uri, literal: text })),
  ...{ title: text, by: text, slugline: text, located: text, expires: moment },
  renditions: listOf(
    closed(
      {
        ...{ name: text, href: uri, contentType: text, title: text, format: text, aspectRatio: text },
        ...{ width: { type: 'integer' }, height: { type: 'integer' }, sizeInBytes: { type: 'integer' } },
        poi: closed({ x: { type: 'integer' }, y: { type: 'integer' } }),
      },
      ['name'],
    ),
  ),
  altIds: listOf(closed({ role: text, value: text })),
  trustIndicators: listOf(closed({ role: uri, title: text, href: uri })),
  standard: closed({ name: text, version: text, schema: uri }),
  genres: listOf(closed({ name: text, uri: text, literal: text })),
  digitalSourceType: closed({ name: text, uri, literal: text }),
}

const associated = closed({ ...properties, name: text, rel: text }, ['name', 'uri'])
const schema = closed({ ...properties, associations: listOf(associated) }, ['uri'])

let validate: ValidateFunction | undefined

export function ninjsProblems(document: unknown): readonly string[] {
  if (!validate) {
    const ajv = new Ajv2020({ allErrors: true })
    addFormats.default(ajv)
    validate = ajv.compile(schema)
  }
  return validate(document) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}
