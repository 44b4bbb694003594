import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { isArticleSlug, isEditionKey, isSectionSlug, isSlug } from '#lib/domain/site/address.ts'
import { type Problem, problemsOf } from '#lib/input/articles/body/body.ts'
import { demoBody } from './demo-blocks.ts'

export type DemoFile = { readonly path: string; readonly text: string }
/** Where a mistake stands: the file, and the field in it. */
export type DemoProblem = Problem & { readonly file: string }

const text = z.string().trim().min(1)
const moment = z.iso.datetime().transform((value) => new Date(value))

const edition = z.strictObject({
  key: z.string().refine(isEditionKey, 'is no edition key'),
  locale: text,
  direction: z.enum(['ltr', 'rtl']),
  timeZone: text,
  name: text,
  tagline: text,
  description: text,
})
const blog = z.strictObject({
  slug: z.string().refine(isSectionSlug, 'can’t stand first in an address'),
  name: text,
  standfirst: text,
  editor: text.optional(),
  description: text,
  about: demoBody,
})
const topic = z.strictObject({
  key: text,
  slug: z.string().refine(isSlug, 'is no slug'),
  name: text,
  description: text,
})
const contributor = z.strictObject({
  key: text,
  slug: z.string().refine(isSlug, 'is no slug'),
  kind: z.enum(['person', 'organisation']),
  name: text,
  role: text,
  bio: text,
})
const page = z.strictObject({ title: text, description: text, body: demoBody })
const front = z.strictObject({ lead: text, slots: z.array(text) })
const alert = z.strictObject({ text, family: text.optional(), runsForDays: z.number().positive() })
const pictureWords = z.looseObject({
  alt: text,
  caption: text,
  credit: text,
  labels: z.record(z.string(), z.string()).default({}),
})
const picture = z.looseObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  kind: text,
  focus: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).default([0.5, 0.5]),
})
const slug = z.string().refine(isArticleSlug, 'is no slug of an article')
const article = z
  .strictObject({
    family: text,
    slug,
    blog: text,
    headline: text,
    standfirst: text.max(240),
    bylines: z.array(text).min(1),
    topics: z.array(text),
    picture: text.optional(),
    published: moment.optional(),
    updated: moment.optional(),
    sources: z.array(z.strictObject({ name: text, href: z.url().optional() })).default([]),
    sourceLine: text.optional(),
    description: text.max(160).optional(),
    withdrawn: z.strictObject({ at: moment, notice: text }).optional(),
    formerSlugs: z.array(slug).default([]),
    corrections: z.array(z.strictObject({ at: moment, place: z.enum(['top', 'bottom']), text })).default([]),
    embargoUntil: moment.optional(),
    state: z.literal('draft').optional(),
    body: demoBody,
  })
  .refine((value) => value.published || value.state || value.embargoUntil, 'has neither a date nor a reason for none')
  .refine(
    (value) => !value.updated || (value.published && value.updated > value.published),
    'was updated before it came out',
  )

export type DemoArticle = z.infer<typeof article>
export type DemoPicture = z.infer<typeof picture>
export type DemoPictureWords = z.infer<typeof pictureWords>
export type DemoEdition = z.infer<typeof edition> & {
  readonly blogs: readonly z.infer<typeof blog>[]
  readonly topics: readonly z.infer<typeof topic>[]
  readonly contributors: readonly z.infer<typeof contributor>[]
  readonly pages: readonly (z.infer<typeof page> & { readonly slug: string })[]
  readonly articles: readonly DemoArticle[]
  readonly front: z.infer<typeof front> | null
  readonly alerts: readonly z.infer<typeof alert>[]
  readonly pictureWords: Readonly<Record<string, DemoPictureWords>>
}
export type DemoNewsroom = { readonly editions: readonly DemoEdition[]; readonly pictures: readonly DemoPicture[] }

/** The demo newsroom from its files (prisma/demo/README.md), paths relative to its folder. All mistakes at once. */
export function parseDemoFiles(files: readonly DemoFile[]): Result<DemoNewsroom, readonly DemoProblem[]> {
  const problems: DemoProblem[] = []
  const read = <T>(file: DemoFile, schema: z.ZodType<T>): T[] => {
    const parsed = schema.safeParse(yamlOf(file, problems))
    if (parsed.success) return [parsed.data]
    problems.push(...problemsOf(parsed.error).map((problem) => ({ file: file.path, ...problem })))
    return []
  }
  const one = <T>(path: string, schema: z.ZodType<T>) =>
    files.filter((file) => file.path === path).flatMap((file) => read(file, schema))
  const each = <T>(folder: string, schema: z.ZodType<T>) =>
    files
      .filter((file) => file.path.startsWith(`${folder}/`) && file.path.endsWith('.yaml'))
      .flatMap((file) => read(file, schema).map((value) => ({ value, name: nameOf(file.path) })))
  const editions = files
    .flatMap((file) => /^([^/]+)\/edition\.yaml$/.exec(file.path)?.[1] ?? [])
    .flatMap((key) =>
      one(`${key}/edition.yaml`, edition).map(
        (facts): DemoEdition => ({
          ...facts,
          blogs: each(`${key}/blogs`, blog).map(({ value }) => value),
          topics: one(`${key}/topics.yaml`, z.array(topic)).flat(),
          contributors: one(`${key}/contributors.yaml`, z.array(contributor)).flat(),
          pages: each(`${key}/pages`, page).map(({ value, name }) => ({ ...value, slug: name })),
          articles: each(`${key}/articles`, article).map(({ value }) => value),
          front: one(`${key}/front.yaml`, front)[0] ?? null,
          alerts: one(`${key}/alerts.yaml`, z.array(alert)).flat(),
          pictureWords: one(`${key}/pictures.yaml`, z.record(z.string(), pictureWords))[0] ?? {},
        }),
      ),
    )
  const pictures = one('pictures.yaml', z.array(picture)).flat()
  return problems.length > 0 ? refuse(problems) : ok({ editions, pictures })
}

function yamlOf(file: DemoFile, problems: DemoProblem[]): unknown {
  try {
    return parseYaml(file.text)
  } catch (error) {
    problems.push({ file: file.path, path: '', message: error instanceof Error ? error.message : String(error) })
    return null
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)
}
