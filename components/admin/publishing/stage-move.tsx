import { moveRefusalText } from '#lib/i18n/admin/sections/stages/refusal-text.ts'
import { publishingLimits } from '#lib/input/articles/publishing-forms.ts'
import type { PublishingSetting } from './publishing-setting.ts'
import { StepForm } from './step-form.client.tsx'

/** The other stages of the desk: a form for those that are open to this person, and of the rest what stands in the way. */
export function StageMove({ article, desk, moveAction, words, locale }: PublishingSetting) {
  if (!desk) return null
  const open = desk.others.flatMap(({ stage, refusal }) => (refusal ? [] : [stage]))
  const closed = desk.others.flatMap(({ stage, refusal }) =>
    refusal ? [{ id: stage.id, name: stage.name, why: moveRefusalText(refusal, { words, locale }) }] : [],
  )
  return (
    <details className="act">
      <summary>{words('stages.panel.move')}</summary>
      {open.length === 0 ? (
        <p className="hint">{words('stages.panel.none')}</p>
      ) : (
        <StepForm
          id="step-move-stage"
          action={moveAction}
          articleId={article.id}
          version={article.version}
          fields={[
            {
              ...{ kind: 'select', name: 'stage', label: words('stages.panel.to') },
              options: open.map(({ id, name }) => ({ value: String(id), label: name })),
            },
            {
              ...{ kind: 'text', name: 'note', label: words('stages.panel.note'), rows: 2 },
              ...{ hint: words('stages.panel.noteHint'), maxLength: publishingLimits.note },
            },
          ]}
          submit={words('stages.panel.submit')}
          words={{
            working: words('shell.form.working'),
            problems: words('shell.form.problems'),
            notSaved: words('publishing.refusal.notSaved'),
            unanswered: words('publishing.refusal.unanswered'),
          }}
        />
      )}
      {closed.length > 0 && (
        <section aria-label={words('stages.panel.refused')}>
          <h3>{words('stages.panel.refused')}</h3>
          <ul className="findings">
            {closed.map(({ id, name, why }) => (
              <li key={id}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {': '}
                {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </details>
  )
}
