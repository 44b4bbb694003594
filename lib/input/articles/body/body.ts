import { z } from 'zod'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Body } from '#lib/domain/text/body.ts'
import {
  marksIn,
  type SuggestedBody,
  type SuggestedMark,
  type SuggestionMark,
} from '#lib/domain/writing/suggesting/suggested-body.ts'

/** A mistake in something that came from outside: where it stands, and what is wrong there. */
export type Problem = { readonly path: string; readonly message: string }

/** A tree of blocks from outside. What it does not know it refuses, with the place of every mistake. */
export function parseBody(value: unknown): Result<Body, readonly Problem[]> {
  const parsed = bodySchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : refuse(problemsOf(parsed.error))
}

/** The same with what is suggested in it, as a draft has it. Nothing that readers get is parsed by this. */
export function parseSuggestedBody(value: unknown): Result<SuggestedBody, readonly Problem[]> {
  const parsed = suggestedBodySchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : refuse(problemsOf(parsed.error))
}

export function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

/** A browser runs `javascript:` and shows `data:`; a reader is sent only to pages and to mail. */
export const hrefSchema = z.string().refine(isHref, 'is not an address of the web, of mail or of this site')

/** BCP 47, as `Intl` reads it. */
export const languageSchema = z.string().refine(isLanguage, 'is not a language tag')

/** No text of a reader page is empty, or holds what XML and terminals can't print. */
export const textSchema = z
  .string()
  .max(20_000)
  .refine((text) => text.trim() !== '', 'is empty')
  .refine((text) => text.isWellFormed() && !unprintable.test(text), 'has characters that are not text')

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

const idSchema = z.number().int().positive().max(2_147_483_647)

const plainMarks = [
  z.strictObject({ kind: z.literal('strong') }),
  z.strictObject({ kind: z.literal('emphasis') }),
  z.strictObject({ kind: z.literal('link'), href: hrefSchema }),
  z.strictObject({ kind: z.literal('article-link'), articleId: idSchema }),
  z.strictObject({ kind: z.literal('language'), lang: languageSchema }),
] as const

const signature = {
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'is not the id of a suggestion'),
  by: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not the id of a user'),
  at: z.iso.datetime().max(30),
}
const suggestionMarks = [
  z.strictObject({ kind: z.literal('insertion'), ...signature }),
  z.strictObject({ kind: z.literal('deletion'), ...signature }),
] as const

// A run may be a single space between two marked ones.
const runText = z
  .string()
  .min(1)
  .max(20_000)
  .refine((text) => text.isWellFormed() && !unprintable.test(text))

/** The blocks of a text whose runs carry these marks, and which carry this flag themselves. */
function blockSchemaOf<M extends SuggestedMark, F extends SuggestionMark>(
  marks: z.ZodType<readonly M[]>,
  suggestion: z.ZodOptional<z.ZodType<F>>,
) {
  const inlineSchema = z.array(z.strictObject({ text: runText, marks: marks.optional() })).min(1)
  const paragraphSchema = z.strictObject({ kind: z.literal('paragraph'), content: inlineSchema, suggestion })
  const listSchema = z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(inlineSchema).min(1),
    suggestion,
  })
  // An empty cell is a fact too.
  const cellSchema = z.union([inlineSchema, z.tuple([])])
  const tableSchema = z
    .strictObject({
      kind: z.literal('table'),
      caption: textSchema,
      head: z.array(cellSchema).min(1).max(24),
      rows: z.array(z.array(cellSchema)).min(1).max(1000),
      hasRowHeads: z.boolean(),
      numericColumns: z.array(z.number().int().min(0)),
      suggestion,
    })
    .refine(
      (table) => table.rows.every((row) => row.length === table.head.length),
      'has rows of another width than its head',
    )
    .refine((table) => table.numericColumns.every((column) => column < table.head.length), 'has no such numeric column')
  return z.discriminatedUnion('kind', [
    paragraphSchema,
    z.strictObject({
      kind: z.literal('crosshead'),
      text: textSchema,
      anchor: z.string().regex(/^[\p{L}\p{N}-]{1,80}$/u),
      suggestion,
    }),
    z.strictObject({
      kind: z.literal('quotation'),
      paragraphs: z.array(inlineSchema).min(1),
      attribution: inlineSchema.optional(),
      suggestion,
    }),
    z.strictObject({ kind: z.literal('pull-quote'), text: textSchema, attribution: textSchema.optional(), suggestion }),
    listSchema,
    z.strictObject({
      kind: z.literal('figure'),
      pictureId: idSchema,
      size: z.enum(['text', 'wide']),
      decorative: textSchema.max(300).optional(),
      suggestion,
    }),
    tableSchema,
    z.strictObject({
      kind: z.literal('fact-box'),
      title: textSchema,
      body: z.array(z.discriminatedUnion('kind', [paragraphSchema, listSchema])).min(1),
      suggestion,
    }),
    z.strictObject({
      kind: z.literal('embed'),
      provider: textSchema,
      url: z.url({ protocol: /^https$/ }),
      title: textSchema,
      fallback: textSchema,
      suggestion,
    }),
    z.strictObject({ kind: z.literal('divider'), suggestion }),
  ])
}

/** Far above any article; a bound, so that nobody can make a page cost minutes. */
const mostBlocks = 2000
/** Somebody who edits a whole book makes as many; each is a line of the panel. */
const mostSuggestions = 2000

const tooManyBlocks = `has more than ${mostBlocks} blocks`

const bodySchema: z.ZodType<Body> = z
  .array(blockSchemaOf(z.array(z.discriminatedUnion('kind', plainMarks)).max(5), z.never().optional()))
  .max(mostBlocks, tooManyBlocks)
  .superRefine(anchorsOnce)

const suggestedMarks = z
  .array(z.discriminatedUnion('kind', [...plainMarks, ...suggestionMarks]))
  .max(7)
  .refine(
    (marks) => ['insertion', 'deletion'].every((kind) => marks.filter((mark) => mark.kind === kind).length < 2),
    'is suggested twice',
  )
const flag = z.discriminatedUnion('kind', suggestionMarks).optional()

const suggestedBodySchema: z.ZodType<SuggestedBody> = z
  .array(blockSchemaOf(suggestedMarks, flag))
  .max(mostBlocks, tooManyBlocks)
  .superRefine(anchorsOnce)
  .superRefine((blocks, context) => {
    const signatures = new Map<string, string>()
    for (const { id, by, at } of marksIn(blocks)) {
      const name = `${by} ${at}`
      const known = signatures.get(id) ?? name
      if (known !== name) context.addIssue({ code: 'custom', message: `has a suggestion of two people: ${id}` })
      signatures.set(id, known)
    }
    if (signatures.size > mostSuggestions)
      context.addIssue({ code: 'custom', message: `has more than ${mostSuggestions} suggestions` })
  })

function anchorsOnce(blocks: SuggestedBody, context: z.RefinementCtx): void {
  const anchors = new Set<string>()
  blocks.forEach((block, index) => {
    if (block.kind !== 'crosshead') return
    if (anchors.has(block.anchor))
      context.addIssue({ code: 'custom', path: [index, 'anchor'], message: 'stands twice' })
    anchors.add(block.anchor)
  })
}

function isHref(text: string): boolean {
  if (/^\/(?!\/)[^\s\\]*$/.test(text)) return true
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) && !/\s/.test(text)
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
