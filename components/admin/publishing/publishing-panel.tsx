import { offsetName } from '#lib/domain/publishing/zoned-time.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { ActForms } from './act-forms.tsx'
import { FindingList } from './finding-list.tsx'
import type { PublishingSetting } from './publishing-setting.ts'
import { ReceiptList } from './receipt-list.tsx'
import { StageMove } from './stage-move.tsx'

/** Beside the text: where the article stands, what is in the way, and the steps that this person may take. */
export function PublishingPanel(setting: PublishingSetting) {
  const { article, edition, acts, words, now } = setting
  const { state } = article
  const goesOut = acts.includes('publish') || acts.includes('schedule') || acts.includes('submit')
  return (
    <details open className="publishing">
      <summary>
        <h2 id="publishing-title">{words('publishing.title')}</h2>
      </summary>
      <section aria-labelledby="publishing-title" id="part-publishing">
        <div role="status">
          {[...sentences(setting), ...lostApprovalIn(setting)].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {(state.kind === 'withdrawn' || state.kind === 'killed') && <ReceiptList {...setting} />}
        {state.kind === 'published' && (
          <p>
            <a href={setting.readAt}>{words('publishing.read')}</a>
          </p>
        )}
        <p className="hint">
          {words('publishing.now.zone', { zone: edition.timeZone, offset: offsetName(now, edition.timeZone) })}
        </p>
        {goesOut && <FindingList {...setting} />}
        <StageMove {...setting} />
        {acts.length === 0 ? <p className="hint">{words('publishing.nothingToDo')}</p> : <ActForms {...setting} />}
      </section>
    </details>
  )
}

/** Whoever approves must know that the words are others than the ones approved before. */
function lostApprovalIn({ lostApproval, edition, words, locale }: PublishingSetting): readonly string[] {
  if (!lostApproval) return []
  const { by, at, wasDue } = lostApproval
  const moment = (when: Date) => formatOf({ locale, timeZone: edition.timeZone }).dateTimeZone(when)
  return [
    words('publishing.now.changedSince', { name: by, when: moment(at) }),
    ...(wasDue ? [words('publishing.now.wasDue', { when: moment(wasDue) })] : []),
  ]
}

function sentences({ article, desk, edition, words, locale }: PublishingSetting): readonly string[] {
  const { state, embargoUntil } = article
  const moment = (at: Date) => formatOf({ locale, timeZone: edition.timeZone }).dateTimeZone(at)
  const embargo =
    embargoUntil && state.kind !== 'published' ? [words('publishing.now.embargo', { when: moment(embargoUntil) })] : []
  switch (state.kind) {
    case 'draft':
    case 'in_review':
    case 'approved':
      return [
        words(`publishing.now.${state.kind}`),
        ...(desk ? [words('stages.panel.now', { stage: desk.stage.name })] : []),
        ...embargo,
      ]
    case 'scheduled':
      return [words('publishing.now.scheduled', { when: moment(state.for) }), ...embargo]
    case 'published':
      return [
        words('publishing.now.published', { when: moment(state.firstAt) }),
        ...(state.shows === 'newest' ? [] : [words('publishing.now.pending')]),
        ...(state.updateAt ? [words('publishing.now.updateAt', { when: moment(state.updateAt) })] : []),
        ...(state.withdrawal ? [words('publishing.now.withdrawAt', { when: moment(state.withdrawal.at) })] : []),
        ...(state.withdrawal?.reason
          ? [words('publishing.now.withdrawReason', { reason: state.withdrawal.reason })]
          : []),
      ]
    case 'withdrawn':
    case 'killed':
      return [words(`publishing.now.${state.kind}`, { when: moment(state.at) })]
  }
}
