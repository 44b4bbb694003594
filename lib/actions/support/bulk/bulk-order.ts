import type { AnyBulkAct, BulkOrder } from '#lib/domain/publishing/bulk.ts'
import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import type { BulkPlace } from '#lib/store/finding/bulk-places.ts'

/** What was chosen for all of them. */
export type BulkChoices = {
  readonly when?: string | undefined
  readonly topic?: number | undefined
  readonly blog?: number | undefined
  readonly notice?: string | null
}

/** What the choices mean in the places of the articles (lib/store/finding/bulk-places.ts). */
export type BulkGround = {
  readonly topicOfEdition: ReadonlyMap<number, number>
  readonly editionOfBlog: ReadonlyMap<number, number>
}

export type NoOrder = { readonly kind: 'bad-time' | 'gap' | 'overlap' | 'nothing-chosen' }

/** What an act is for one article. Times are by the clock of its own edition, a topic is that edition's. */
export function orderOf(
  act: AnyBulkAct,
  {
    choices,
    ground,
    place,
    was,
  }: {
    readonly choices: BulkChoices
    readonly ground: BulkGround
    readonly place: BulkPlace
    /** What the way back leads to, as `wasOf` wrote it. */
    readonly was: string | null
  },
): Result<BulkOrder, NoOrder> {
  switch (act) {
    case 'submit':
    case 'approve':
    case 'unschedule':
    case 'undo-submit':
    case 'undo-approve':
    case 'undo-withdraw':
      return ok({ act })
    case 'withdraw':
      return ok({ act, notice: choices.notice ?? null })
    case 'schedule': {
      const read = readZonedTime(choices.when ?? '', place.timeZone)
      if (read.kind === 'moment') return ok({ act, at: read.at })
      return refuse({ kind: read.kind === 'bad' ? 'bad-time' : read.kind })
    }
    case 'undo-unschedule':
      return was && /^\d+$/.test(was) ? ok({ act, at: new Date(Number(was)) }) : refuse({ kind: 'bad-time' })
    case 'undo-schedule': {
      if (was && /^\d+$/.test(was)) return ok({ act, to: new Date(Number(was)) })
      return ok({ act, to: earlyStates.find((state) => state === was) ?? null })
    }
    case 'add-topic':
    case 'remove-topic': {
      if (choices.topic === undefined) return refuse({ kind: 'nothing-chosen' })
      return ok({ act, topicId: ground.topicOfEdition.get(place.editionId) ?? null })
    }
    case 'move': {
      const blogId = was && /^\d+$/.test(was) ? Number(was) : choices.blog
      const blogEditionId = blogId === undefined ? undefined : ground.editionOfBlog.get(blogId)
      if (blogId === undefined || blogEditionId === undefined) return refuse({ kind: 'nothing-chosen' })
      return ok({ act, blogId, blogEditionId })
    }
  }
}

/** The third part of an item on the way back. */
export function wasOf(order: BulkOrder): string | null {
  switch (order.act) {
    case 'undo-schedule':
      return order.to instanceof Date ? String(order.to.getTime()) : order.to
    case 'schedule':
    case 'undo-unschedule':
      return String(order.at.getTime())
    case 'move':
      return String(order.blogId)
    default:
      return null
  }
}
