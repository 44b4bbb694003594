import type { Act } from '#lib/domain/publishing/acts.ts'
import { offsetName, zonedClock } from '#lib/domain/publishing/zoned-time.ts'
import type { TimedWithdrawal } from '#lib/domain/workflow/newsroom.ts'
import { publishingLimits } from '#lib/input/articles/publishing-forms.ts'
import type { FormField } from '../ui/action-form.client.tsx'
import type { ButtonKind } from '../ui/button.tsx'
import type { PublishingSetting } from './publishing-setting.ts'
import { StepForm } from './step-form.client.tsx'

/** These stand open, the others behind their names. The first of them that can be taken is the one that comes next. */
const openSteps: readonly Act[] = ['approve', 'publish', 'submit', 'unschedule', 'unset-withdrawal']
const hourMs = 3_600_000

/** A form for each step that is open to this person. */
export function ActForms(setting: PublishingSetting) {
  const { acts } = setting
  const next = openSteps.find((act) => acts.includes(act))
  return acts.map((act) =>
    openSteps.includes(act) ? (
      <div className="act" key={act}>
        <Step {...setting} act={act} kind={act === next ? 'primary' : 'plain'} />
      </div>
    ) : (
      <details className="act" key={act}>
        <summary>{titleOf(act, setting)}</summary>
        {explanations(act, setting).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <Step {...setting} act={act} kind={act === 'withdraw' || act === 'kill' ? 'danger' : 'plain'} />
      </details>
    ),
  )
}

function explanations(act: Act, { words }: PublishingSetting): readonly string[] {
  if (act === 'withdraw' || act === 'kill' || act === 'set-withdrawal') return [words(`publishing.explain.${act}`)]
  return []
}

function Step(props: PublishingSetting & { readonly act: Act; readonly kind: ButtonKind }) {
  const { act, kind, article, actions, words } = props
  return (
    <StepForm
      id={`step-${act}`}
      action={actions[act]}
      articleId={article.id}
      version={article.version}
      fields={fieldsOf(act, props)}
      submit={titleOf(act, props)}
      kind={kind}
      words={{
        working: words('shell.form.working'),
        problems: words('shell.form.problems'),
        notSaved: words('publishing.refusal.notSaved'),
        unanswered: words('publishing.refusal.unanswered'),
      }}
    />
  )
}

function titleOf(act: Act, { article: { state }, words }: PublishingSetting): string {
  if (act === 'publish' && state.kind === 'published') return words('publishing.act.update')
  if (act === 'publish' && state.kind === 'withdrawn') return words('publishing.act.bringBack')
  if (act === 'schedule' && state.kind === 'published') return words('publishing.act.scheduleUpdate')
  if (act === 'set-withdrawal' && state.kind === 'published' && state.withdrawal)
    return words('publishing.act.moveWithdrawal')
  return words(`publishing.act.${act}`)
}

function fieldsOf(act: Act, { article, edition, words, now }: PublishingSetting): readonly FormField[] {
  const { timeZone } = edition
  const clock = { zone: timeZone, offset: offsetName(now, timeZone) }
  const time = { kind: 'input', type: 'datetime-local', dir: 'ltr' } as const
  const hintOf = (name: 'note' | 'text' | 'notice') =>
    words(act === 'set-withdrawal' ? 'publishing.field.noticeThenHint' : `publishing.field.${name}Hint`)
  const text = (
    name: 'note' | 'text' | 'notice' | 'reason',
    maxLength: number,
    isRequired: boolean,
    value?: string | null,
  ): FormField => ({
    ...{ kind: 'text', name, label: words(`publishing.field.${name}`), rows: 3, maxLength, isRequired },
    ...(value ? { value } : {}),
    ...(name === 'reason' ? {} : { hint: hintOf(name) }),
  })
  switch (act) {
    case 'submit':
    case 'approve':
    case 'publish':
    case 'unschedule':
    case 'unset-withdrawal':
      return []
    case 'send-back':
      return [text('note', publishingLimits.note, true)]
    case 'schedule': {
      const hint = words('publishing.field.whenHint', clock)
      const value = zonedClock(dueOf(article.state) ?? nextHour(now), timeZone)
      return [{ ...time, name: 'when', label: words('publishing.field.when'), hint, value, isRequired: true }]
    }
    case 'embargo': {
      const value = article.embargoUntil ? zonedClock(article.embargoUntil, timeZone) : ''
      const hint = words('publishing.field.untilHint', clock)
      return [{ ...time, name: 'until', label: words('publishing.field.until'), hint, value }]
    }
    case 'correct': {
      const options = [
        { value: 'top', label: words('publishing.field.placeTop') },
        { value: 'bottom', label: words('publishing.field.placeBottom') },
      ]
      return [
        text('text', publishingLimits.correction, true),
        { kind: 'select', name: 'place', label: words('publishing.field.place'), options, value: 'top' },
        text('reason', publishingLimits.reason, true),
      ]
    }
    case 'withdraw':
      return [text('notice', publishingLimits.notice, false), text('reason', publishingLimits.reason, false)]
    case 'set-withdrawal': {
      const { at, notice, reason } = withdrawalOf(article.state)
      const hint = words('publishing.field.whenHint', clock)
      const value = zonedClock(at ?? nextHour(now), timeZone)
      return [
        { ...time, name: 'when', label: words('publishing.field.when'), hint, value, isRequired: true },
        text('notice', publishingLimits.notice, false, notice),
        text('reason', publishingLimits.reason, false, reason),
      ]
    }
    case 'kill': {
      const options = [{ value: 'yes', label: words('publishing.field.sure') }]
      return [
        text('notice', publishingLimits.notice, false),
        text('reason', publishingLimits.reason, false),
        { kind: 'checks', name: 'sure', label: article.text.headline, options, chosen: [] },
      ]
    }
  }
}

function dueOf(state: PublishingSetting['article']['state']): Date | null {
  if (state.kind === 'scheduled') return state.for
  return state.kind === 'published' ? (state.updateAt ?? null) : null
}

function withdrawalOf(state: PublishingSetting['article']['state']): Partial<TimedWithdrawal> {
  return (state.kind === 'published' && state.withdrawal) || {}
}

function nextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs)
}
