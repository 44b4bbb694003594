import { ok, type Result } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { correct, move, publish, withdraw } from '#lib/domain/workflow/workflow.ts'
import type { DemoArticle } from '#lib/input/demo/demo-files.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { createArticle, reserveArticleIds } from '#lib/store/articles/create-article.ts'
import { changeFront } from '#lib/store/sections/change-front.ts'
import { createAlert } from '#lib/store/sections/create-alert.ts'
import { bodyOf } from './body.ts'
import { found, type SeededEdition } from './edition.ts'

const by = { name: 'seed' }

type Planned = { readonly edition: SeededEdition; readonly article: DemoArticle; readonly id: number }

/** Writes the articles of all editions as the newsroom would have, oldest first, then fronts and alerts that show them. */
export async function seedArticles(editions: readonly SeededEdition[], now: Date): Promise<void> {
  const articles = editions
    .flatMap((edition) => edition.demo.articles.map((article) => ({ edition, article })))
    .toSorted((a, b) => (a.article.published ?? now).getTime() - (b.article.published ?? now).getTime())
  const ids = await reserveArticleIds(articles.length)
  const planned = articles.flatMap((entry, index): Planned[] => {
    const id = ids[index]
    return id === undefined ? [] : [{ ...entry, id }]
  })
  const idsOf = new Map(
    editions.map((edition) => [
      edition.id,
      new Map(planned.filter((plan) => plan.edition === edition).map((plan) => [plan.article.family, plan.id])),
    ]),
  )
  for (const plan of planned) await seedArticle(plan, idsOf.get(plan.edition.id) ?? new Map(), now)
  for (const edition of editions) await seedFront(edition, idsOf.get(edition.id) ?? new Map(), now)
}

async function seedArticle(
  { edition, article, id }: Planned,
  articleIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  const where = `${edition.demo.key}/articles/${article.slug}`
  const { published = now, headline, standfirst, description = null, sources, sourceLine = null } = article
  const [firstSlug = article.slug, ...laterSlugs] = [...article.formerSlugs, article.slug]
  const pictureId = article.picture ? found(edition.pictureIds, article.picture, where) : null
  const body = bodyOf(article.body, { articleIds, pictureIds: edition.pictureIds }, where)
  const created = await createArticle({
    id,
    editionId: edition.id,
    blogId: found(edition.blogIds, article.blog, where),
    familyKey: article.family,
    slug: firstSlug,
    text: { headline, standfirst, description, body, pictureId, sources, sourceLine },
    topicIds: article.topics.map((key) => found(edition.topicIds, key, where)),
    bylines: article.bylines.map((key) => ({ contributorId: found(edition.contributorIds, key, where), role: null })),
    embargoUntil: article.embargoUntil ?? null,
    by,
    now: published,
  })
  if (!created.ok) throw new Error(`prisma/demo/${where}: ${created.error.kind}`)
  if (!article.published || article.state) return
  let version: number = created.value.version
  for (const { action, at, decide } of stepsOf(article, published, laterSlugs)) {
    const changed = await changeArticle({ id, version, by, action, now: at }, decide)
    if (!changed.ok) throw new Error(`prisma/demo/${where}: ${action} was refused: ${changed.error.kind}`)
    version = changed.value.version
  }
}

type Step = {
  readonly action: string
  readonly at: Date
  readonly decide: (article: Article) => Result<Article, { readonly kind: string }>
}

/** The life of an article, from what its file says of it. */
function stepsOf(article: DemoArticle, published: Date, laterSlugs: readonly string[]): readonly Step[] {
  const { corrections, updated, withdrawn } = article
  return [
    { action: 'publish', at: published, decide: (draft) => publish(draft, published) },
    ...laterSlugs.map(
      (slug): Step => ({
        action: 'move',
        at: published,
        decide: (before) => move(before, { blogId: before.blogId, slug }),
      }),
    ),
    ...corrections.map(
      (correction): Step => ({
        action: 'correct',
        at: correction.at,
        decide: (before) => correct(before, { ...correction, reason: null }),
      }),
    ),
    ...(updated
      ? [{ action: 'update', at: updated, decide: (before: Article) => textChangedAt(before, updated) }]
      : []),
    ...(withdrawn
      ? [
          {
            action: 'withdraw',
            at: withdrawn.at,
            decide: (before: Article) => withdraw(before, withdrawn.notice, withdrawn.at),
          },
        ]
      : []),
  ]
}

/** The files hold only the text of today: when it changed last is theirs to say. */
function textChangedAt(article: Article, at: Date): Result<Article, never> {
  return ok(
    article.state.kind === 'published' ? { ...article, state: { ...article.state, textChangedAt: at } } : article,
  )
}

async function seedFront(edition: SeededEdition, articleIds: ReadonlyMap<string, number>, now: Date): Promise<void> {
  const { key, front, alerts } = edition.demo
  if (front) {
    const slots = [front.lead, ...front.slots].map((family) => ({
      articleId: found(articleIds, family, `${key}/front.yaml`),
      headline: null,
      standfirst: null,
      pictureId: null,
    }))
    await changeFront({ editionId: edition.id, version: 0, slots, by, now })
  }
  for (const { text, family, runsForDays } of alerts) {
    const articleId = family ? found(articleIds, family, `${key}/alerts.yaml`) : null
    const expiresAt = new Date(now.getTime() + runsForDays * 24 * 60 * 60 * 1000)
    await createAlert({ editionId: edition.id, text, articleId, startsAt: now, expiresAt, by, now })
  }
}
