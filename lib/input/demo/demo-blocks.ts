import { z } from 'zod'
import { InlineTextError, parseInlineText, type TextRun } from '#lib/input/articles/body/inline-text.ts'

type Inline = readonly TextRun[]

/** A block of the demo newsroom's files: as lib/domain/text/body.ts, with keys of pictures and families where that has ids. */
export type DemoBlock =
  | { readonly kind: 'paragraph'; readonly content: Inline }
  | { readonly kind: 'crosshead'; readonly text: string }
  | { readonly kind: 'quotation'; readonly paragraphs: readonly Inline[]; readonly attribution: Inline | null }
  | { readonly kind: 'pull-quote'; readonly text: string; readonly attribution: string | null }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'figure'; readonly picture: string; readonly size: 'text' | 'wide' }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly Inline[]
      readonly rows: readonly (readonly Inline[])[]
      readonly hasRowHeads: boolean
      readonly numericColumns: readonly number[]
    }
  | { readonly kind: 'fact-box'; readonly title: string; readonly body: readonly DemoBlock[] }
  | {
      readonly kind: 'embed'
      readonly provider: string
      readonly url: string
      readonly title: string
      readonly fallback: string
    }
  | { readonly kind: 'divider' }

const text = z.string().trim().min(1)

const inline = text.transform((value, context): Inline => {
  try {
    return parseInlineText(value)
  } catch (error) {
    if (!(error instanceof InlineTextError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

const cell = z.union([
  z
    .string()
    .regex(/^\s*$/)
    .transform((): Inline => []),
  z.number().transform((value) => plain(`${value}`)),
  inline,
])

const paragraph = z.strictObject({ p: inline }).transform(({ p }) => ({ kind: 'paragraph' as const, content: p }))
const bulleted = z
  .strictObject({ ul: z.array(inline).min(1) })
  .transform(({ ul }) => ({ kind: 'list' as const, ordered: false, items: ul }))
const numbered = z
  .strictObject({ ol: z.array(inline).min(1) })
  .transform(({ ol }) => ({ kind: 'list' as const, ordered: true, items: ol }))

/** By the one key that a block of the files has, so that a mistake inside it is named and not "no block fits". */
const blocks = {
  p: paragraph,
  ul: bulleted,
  ol: numbered,
  crosshead: z
    .strictObject({ crosshead: text })
    .transform((block) => ({ kind: 'crosshead' as const, text: block.crosshead })),
  quote: z
    .strictObject({
      quote: z.strictObject({
        text: z.union([inline.transform((only) => [only]), z.array(inline).min(1)]),
        attribution: inline.optional(),
      }),
    })
    .transform(({ quote }) => ({
      kind: 'quotation' as const,
      paragraphs: quote.text,
      attribution: quote.attribution ?? null,
    })),
  pullquote: z
    .strictObject({ pullquote: z.strictObject({ text, attribution: text.optional() }) })
    .transform(({ pullquote }) => ({
      kind: 'pull-quote' as const,
      text: pullquote.text,
      attribution: pullquote.attribution ?? null,
    })),
  figure: z
    .strictObject({ figure: z.strictObject({ picture: text, size: z.enum(['text', 'wide']) }) })
    .transform(({ figure }) => ({ kind: 'figure' as const, ...figure })),
  table: z
    .strictObject({
      table: z.strictObject({
        caption: text,
        head: z.array(cell).min(1),
        rows: z.array(z.array(cell)).min(1),
        rowHeads: z.boolean().default(false),
        numeric: z.array(z.number().int().min(0)).default([]),
      }),
    })
    .transform(({ table: { rowHeads, numeric, ...table } }) => ({
      kind: 'table' as const,
      ...table,
      hasRowHeads: rowHeads,
      numericColumns: numeric,
    })),
  factbox: z
    .strictObject({
      factbox: z.strictObject({ title: text, body: z.array(z.union([paragraph, bulleted, numbered])).min(1) }),
    })
    .transform(({ factbox }) => ({ kind: 'fact-box' as const, ...factbox })),
  embed: z
    .strictObject({ embed: z.strictObject({ provider: text, url: text, title: text, fallback: text }) })
    .transform(({ embed }) => ({ kind: 'embed' as const, ...embed })),
  divider: z.strictObject({ divider: z.literal(true) }).transform(() => ({ kind: 'divider' as const })),
} satisfies Record<string, z.ZodType<DemoBlock>>

const block = z.record(z.string(), z.unknown()).transform((value, context): DemoBlock => {
  const name = Object.keys(value)[0] ?? ''
  const schema: z.ZodType<DemoBlock> | undefined = Object.hasOwn(blocks, name)
    ? blocks[name as keyof typeof blocks]
    : undefined
  if (!schema) {
    context.addIssue({ code: 'custom', message: `“${name}” is no kind of block` })
    return z.NEVER
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
  return z.NEVER
})

export const demoBody = z.array(block).min(1)

function plain(value: string): Inline {
  return [{ text: value, marks: [] }]
}
