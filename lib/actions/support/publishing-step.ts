import { revalidatePath } from 'next/cache'
import type { ZodType } from 'zod'
import { requireSignedIn } from '#lib/auth/session.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { type Act, bringingActs, permissionOf } from '#lib/domain/publishing/acts.ts'
import { findings } from '#lib/domain/publishing/checks.ts'
import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { Refusal } from '#lib/domain/workflow/workflow.ts'
import { typedIn } from '#lib/input/parse-form.ts'
import { type ChangeRefusal, changeArticle } from '#lib/store/articles/change-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { findPublishGround } from '#lib/store/articles/publish-ground.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { type ArticleForm, readArticleForm } from './article-form.ts'
import { askAgain } from './ask-again.ts'
import { type PublishingRefusal, refusalText, type Voice } from './publishing-words.ts'

type Step = { readonly articleId: number; readonly version: number }
type Decide = (article: Article) => Result<Article, Refusal>

export type StepSetting<T> = ArticleForm<T> & { readonly now: Date }

/** What a step does with an article, once it is known who asks for what. */
export type Plan = {
  readonly decide: Decide
  /** For the history and the audit trail. */
  readonly reason?: string | null
  /** Runs the checks before publication, as they will stand at this time. */
  readonly checksAt?: Date
  /** In the transaction of the change, when it was made. */
  readonly also?: () => Promise<unknown>
  readonly said: string
}

/** One step of an article on its way to readers or back: read the form, ask who may, decide and write, answer in words. */
export async function takeStep<T extends Step>(
  act: Act,
  { form, schema }: { readonly form: FormData; readonly schema: ZodType<T> },
  planOf: (setting: StepSetting<T>) => Result<Plan, FormState>,
): Promise<FormState> {
  const person = await requireSignedIn()
  const asking = await askBefore(act, person, form)
  if (asking) return asking
  const read = await readArticleForm(permissionOf[act], { form, schema })
  if (!read.ok) return read.error
  const { value, user, voice } = read.value
  const now = new Date()
  const plan = planOf({ ...read.value, now })
  if (!plan.ok) return keeping(plan.error, form)
  const { articleId: id, version } = value
  const reason = plan.value.reason ? { reason: plan.value.reason } : {}
  const change = { id, version, by: { name: user.name }, mover: user, action: act, now, ...reason }
  const changed = await carryOut(change, plan.value)
  // Also when it was refused: what stood in the way is then what the page shows.
  revalidatePath(`/admin/articles/${id}`)
  return changed.ok
    ? { kind: 'done', message: plan.value.said, version: changed.value.version }
    : keeping(answerTo(changed.error, voice), form)
}

/** What one of two times says against the other stands beside the field that asks for one. */
function answerTo(refusal: PublishingRefusal, voice: Voice): FormState {
  const text = refusalText(refusal, voice)
  return refusal.kind === 'update-after-withdrawal' || refusal.kind === 'withdrawal-before-update'
    ? rejected({ when: [text] })
    : refused(refusal.kind, text)
}

/** What was typed stays beside what is wrong with it. */
function keeping(answer: FormState, form: FormData): FormState {
  return answer.kind === 'rejected' || answer.kind === 'refused' ? { ...answer, values: typedIn(form) } : answer
}

function askBefore(act: Act, person: SignedIn, form: FormData): Promise<FormState | null> | null {
  if (act === 'kill') return askAgain(person, 'irreversible', form)
  return bringingActs.includes(act) ? askAgain(person, 'publishing', form) : null
}

/** Decides and writes in one transaction; with `checksAt` what is checked is what goes out. */
export async function carryOut<R>(
  change: Parameters<typeof changeArticle>[0],
  {
    decide,
    checksAt,
    also,
  }: Pick<Plan, 'checksAt' | 'also'> & { readonly decide: (article: Article) => Result<Article, R> },
): Promise<Result<Article, R | ChangeRefusal | Extract<PublishingRefusal, { kind: 'checks' }>>> {
  return inTransaction(async () => {
    if (checksAt) {
      // Held until the end: what is checked is what goes out.
      const loaded = await loadArticleForChange(change.id)
      const found = loaded ? findings(loaded.article, await findPublishGround(loaded.article), checksAt) : []
      const blocking = found.filter(({ blocks }) => blocks)
      if (loaded?.article.version === change.version && blocking.length > 0)
        return refuse({ kind: 'checks', findings: blocking })
    }
    const changed: Result<Article, R | ChangeRefusal> = await changeArticle<R>(change, decide)
    if (changed.ok) await also?.()
    return changed
  })
}

/** The moment that a clock's time means in the article's zone, or why it means none. */
export function readMoment(field: string, clock: string, { words, timeZone }: Voice): Result<Date, FormState> {
  const read = readZonedTime(clock, timeZone)
  const wrong = (text: string) => refuse(rejected({ [field]: [text] }, { [field]: clock }))
  switch (read.kind) {
    case 'moment':
      return ok(read.at)
    case 'gap':
      return wrong(words('publishing.refusal.gap', { zone: timeZone }))
    case 'overlap':
      return wrong(words('publishing.refusal.overlap', { zone: timeZone }))
    case 'bad':
      return wrong(words('publishing.refusal.badTime'))
  }
}
