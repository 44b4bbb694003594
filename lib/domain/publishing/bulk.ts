import type { FieldErrors, FormRefusal, FormValues } from '#lib/domain/form-state.ts'
import type { Permission } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, takeBack, unapprove, unscheduleTo } from '#lib/domain/workflow/step-back.ts'
import {
  approve,
  move,
  publish,
  type Refusal,
  schedule,
  submit,
  unschedule,
  withdraw,
} from '#lib/domain/workflow/workflow.ts'

/** What can be done with several articles at once, in the order of its menu. */
export const bulkActs = [
  ...(['submit', 'approve', 'schedule', 'unschedule', 'add-topic', 'remove-topic', 'move', 'withdraw'] as const),
] as const

export type BulkAct = (typeof bulkActs)[number]

/** The ways back. Each is decided and authorised like any other step: whoever may not take it hears so. */
export const undoActs = ['undo-submit', 'undo-approve', 'undo-schedule', 'undo-unschedule', 'undo-withdraw'] as const

type UndoAct = (typeof undoActs)[number]
export type AnyBulkAct = BulkAct | UndoAct

export const bulkPermission = {
  submit: 'article.edit',
  approve: 'article.review',
  schedule: 'article.schedule',
  unschedule: 'article.schedule',
  'add-topic': 'article.edit',
  'remove-topic': 'article.edit',
  move: 'article.move',
  withdraw: 'article.withdraw',
  'undo-submit': 'article.edit',
  'undo-approve': 'article.review',
  'undo-schedule': 'article.schedule',
  'undo-unschedule': 'article.schedule',
  'undo-withdraw': 'article.publish',
} as const satisfies Record<AnyBulkAct, Permission>

/** What readers will see something by, as `bringingActs` of one article. */
export const bringingBulkActs: readonly AnyBulkAct[] = [
  ...(['schedule', 'undo-schedule', 'undo-unschedule', 'undo-withdraw'] as const),
]

/** A page of the list, twice: nobody reads a longer answer. */
export const mostBulkArticles = 100

/** What is asked of one article. Ids of topics and blogs are those of its own edition; null where it has no such. */
export type BulkOrder =
  | { readonly act: 'submit' | 'approve' | 'unschedule' | 'undo-submit' | 'undo-approve' | 'undo-withdraw' }
  | { readonly act: 'schedule' | 'undo-unschedule'; readonly at: Date }
  | { readonly act: 'undo-schedule'; readonly to: EarlyState | Date | null }
  | { readonly act: 'add-topic' | 'remove-topic'; readonly topicId: number | null }
  | { readonly act: 'move'; readonly blogId: number; readonly blogEditionId: number }
  | { readonly act: 'withdraw'; readonly notice: string | null }

export type BulkRefusal =
  | Refusal
  | { readonly kind: 'other-edition' | 'has-topic' | 'lacks-topic' | 'already-there' | 'too-many-topics' }

/** An article can be found under so many topics (lib/input/articles/article-draft.ts keeps the same). */
export const mostTopics = 30

/** One order on one article, by the steps that its own page takes. */
export function decideBulk(article: Article, order: BulkOrder, now: Date): Result<Article, BulkRefusal> {
  switch (order.act) {
    case 'submit':
      return submit(article)
    case 'approve':
      return approve(article)
    case 'unschedule':
      return unschedule(article)
    case 'schedule':
    case 'undo-unschedule':
      return schedule(article, order.at, now)
    case 'add-topic':
    case 'remove-topic':
      return changeTopic(article, order.act, order.topicId)
    case 'move':
      return moveTo(article, order)
    case 'withdraw':
      return withdraw(article, order.notice, now)
    case 'undo-submit':
      return takeBack(article)
    case 'undo-approve':
      return unapprove(article)
    case 'undo-schedule':
      if (order.to instanceof Date) return schedule(article, order.to, now)
      return order.to ? unscheduleTo(article, order.to) : unschedule(article)
    case 'undo-withdraw':
      return article.state.kind === 'withdrawn'
        ? publish(article, now)
        : refuse({ kind: 'wrong-state', state: article.state.kind })
  }
}

/** The order that takes this one back, from what the article was before it. */
export function undoOf(order: BulkOrder, before: Article): BulkOrder | null {
  const { state } = before
  switch (order.act) {
    case 'submit':
    case 'approve':
      return { act: `undo-${order.act}` }
    case 'withdraw':
      return comesBackAsItWas(state) ? { act: 'undo-withdraw' } : null
    case 'schedule':
      if (state.kind === 'scheduled') return { act: 'undo-schedule', to: state.for }
      if (state.kind === 'published') return { act: 'undo-schedule', to: state.updateAt ?? null }
      return isEarly(state.kind) ? { act: 'undo-schedule', to: state.kind } : null
    case 'unschedule': {
      const at = state.kind === 'scheduled' ? state.for : state.kind === 'published' ? state.updateAt : null
      return at ? { act: 'undo-unschedule', at } : null
    }
    case 'add-topic':
    case 'remove-topic':
      return { act: order.act === 'add-topic' ? 'remove-topic' : 'add-topic', topicId: order.topicId }
    case 'move':
      return { act: 'move', blogId: before.blogId, blogEditionId: before.editionId }
    default:
      return null
  }
}

/** What came of one article. */
export type BulkLine = {
  readonly id: number
  readonly headline: string
  readonly isDone: boolean
  readonly said: string
}

/** What the server answers to the form of several articles. */
export type BulkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'rejected'; readonly errors: FieldErrors; readonly values: FormValues }
  | { readonly kind: 'refused'; readonly refusal: FormRefusal }
  | {
      readonly kind: 'result'
      readonly said: string
      readonly lines: readonly BulkLine[]
      /** What the form of the way back sends; null where there is none. */
      readonly undo: {
        readonly act: AnyBulkAct
        readonly items: readonly string[]
        readonly fields: FormValues
      } | null
    }

function changeTopic(article: Article, act: 'add-topic' | 'remove-topic', topicId: number | null) {
  const { topicIds, state } = article
  if (state.kind === 'killed') return refuse({ kind: 'already-gone' } as const)
  if (topicId === null) return refuse({ kind: 'other-edition' } as const)
  const has = topicIds.includes(topicId)
  if (act === 'remove-topic')
    return has
      ? ok({ ...article, topicIds: topicIds.filter((id) => id !== topicId) })
      : refuse({ kind: 'lacks-topic' } as const)
  if (has) return refuse({ kind: 'has-topic' } as const)
  if (topicIds.length >= mostTopics) return refuse({ kind: 'too-many-topics' } as const)
  return ok({ ...article, topicIds: [...topicIds, topicId] })
}

function moveTo(article: Article, { blogId, blogEditionId }: Extract<BulkOrder, { act: 'move' }>) {
  if (article.state.kind === 'killed') return refuse({ kind: 'already-gone' } as const)
  if (article.editionId !== blogEditionId) return refuse({ kind: 'other-edition' } as const)
  if (article.blogId === blogId) return refuse({ kind: 'already-there' } as const)
  return move(article, { blogId, slug: article.slug })
}

/** Publishing again brings the newest text, and for good: a newer text would go out unasked, a time of withdrawal be lost. */
function comesBackAsItWas(state: Article['state']): boolean {
  return state.kind === 'published' && state.shows === 'newest' && !state.withdrawal
}

function isEarly(kind: Article['state']['kind']): kind is EarlyState {
  return kind === 'draft' || kind === 'in_review' || kind === 'approved'
}
