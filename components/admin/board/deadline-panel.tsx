import { deadlineState, isAwaited, type Work } from '#lib/domain/desk/deadline.ts'
import { zonedClock } from '#lib/domain/publishing/zoned-time.ts'
import { deadlineText } from '#lib/i18n/admin/desk/board/deadline-text.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { type DeadlineAction, DeadlineMenu } from './deadline-menu.client.tsx'
import { DueMark } from './due-mark.tsx'

type Props = {
  readonly articleId: number
  readonly headline: string
  readonly dueAt: Date | null
  readonly work: Work
  readonly timeZone: string
  readonly mayEdit: boolean
  readonly action: DeadlineAction
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
}

/** Beside the text: when the desk wants it finished. What is finished has no such part. */
export function DeadlinePanel(props: Props) {
  const { articleId, headline, dueAt, work, timeZone, mayEdit, action, words, locale, now } = props
  if (!isAwaited(work)) return null
  const state = deadlineState(dueAt, work, now)
  const due = dueAt && state !== 'none' ? { state, text: deadlineText(dueAt, now, { words, locale, timeZone }) } : null
  return (
    <details open>
      <summary>
        <h2 id="deadline-title">{words('board.deadline.title')}</h2>
      </summary>
      <section aria-labelledby="deadline-title" id="part-deadline">
        <p className="hint">{words('board.deadline.text')}</p>
        {dueAt && <p>{words('board.deadline.done', { when: formatOf({ locale, timeZone }).dateTimeZone(dueAt) })}</p>}
        {mayEdit ? (
          <DeadlineMenu
            id="deadline"
            articleId={articleId}
            due={due}
            deadline={{ clock: dueAt ? zonedClock(dueAt, timeZone) : '', seen: dueAt?.toISOString() ?? '' }}
            action={action}
            words={{
              name: words(due ? 'board.deadline.changeNamed' : 'board.deadline.setNamed', { name: headline }),
              ...{ set: words('board.deadline.set'), field: words('board.deadline.field') },
              hint: words('board.deadline.fieldHint', { zone: timeZone }),
              submit: words('board.deadline.submit'),
              ...{ working: words('shell.form.working'), problems: words('shell.form.problems') },
            }}
          />
        ) : due ? (
          <DueMark due={due} />
        ) : (
          <p>{words('board.deadline.cleared')}</p>
        )}
      </section>
    </details>
  )
}
