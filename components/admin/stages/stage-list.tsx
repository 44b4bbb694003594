import type { Desk, DeskStage } from '#lib/domain/desk/desk-stage.ts'
import { seenOfStage } from '#lib/domain/desk/stage-changes.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import type { EarlyState } from '#lib/domain/workflow/step-back.ts'
import { anyOf } from '#lib/i18n/admin/sections/stages/refusal-text.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { ConfirmAct } from '../ui/confirm-act.client.tsx'
import { OrderForm } from '../ui/order-form.client.tsx'
import { stageFields } from './stage-fields.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>

export type StageSetting = {
  /** As its address says it. */
  readonly deskKey: string
  readonly desk: Desk
  /** Articles by the stage that they stand in. */
  readonly counts: ReadonlyMap<number, number>
  readonly actions: Readonly<Record<'save' | 'remove' | 'order', Action>>
  readonly words: AdminWords
  readonly locale: string
  readonly form: { readonly working: string; readonly problems: string }
}

/** The stages of one state in their order: what each asks for, and how it is changed. */
export function StageList(setting: StageSetting & { readonly state: EarlyState }) {
  const { desk, state, words } = setting
  const stages = desk.filter((stage) => stage.state === state)
  return (
    <section className="ruled" aria-labelledby={`stages-${state}`}>
      <h2 id={`stages-${state}`}>{words(`stages.state.${state}`)}</h2>
      <ol className="front-slots">
        {stages.map((stage) => (
          <li key={stage.id}>
            <Stage {...setting} stage={stage} />
          </li>
        ))}
      </ol>
      {stages.length > 1 && (
        <>
          <h3>{words('stages.order', { state: words(`stages.builtIn.${state}`) })}</h3>
          <StageOrder {...setting} stages={stages} />
        </>
      )}
    </section>
  )
}

function Stage(setting: StageSetting & { readonly stage: DeskStage }) {
  const { deskKey, desk, stage, counts, actions, words, form } = setting
  const { id, name } = stage
  const isAlone = desk.every((one) => one === stage || one.state !== stage.state)
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="hint">{rulesOf(setting).join(' · ')}</p>
      <details>
        <summary>{words('stages.change', { name })}</summary>
        <div className="stack-tight">
          <ActionForm
            // Another set of stages has other boxes to tick.
            key={desk.map((one) => one.id).join()}
            id={`stage-${id}`}
            action={actions.save}
            fields={stageFields(desk, words, stage, counts.get(id) ?? 0)}
            hidden={{ desk: deskKey, id: String(id), seen: seenOfStage(stage), ...(isAlone && { state: stage.state }) }}
            submit={words('stages.save')}
            words={form}
          />
          <StageRemoval {...setting} />
        </div>
      </details>
    </>
  )
}

function rulesOf({ desk, stage, counts, words, locale }: StageSetting & { readonly stage: DeskStage }) {
  const after = desk.filter(({ id }) => stage.follows.includes(id)).map(({ name }) => name)
  const rules = [
    ...(after.length > 0 ? [words('stages.rule.after', { stages: anyOf(after, { locale }) })] : []),
    ...(stage.entryRole ? [words('stages.rule.role', { role: words(`shell.roles.${stage.entryRole}`) })] : []),
    ...(stage.releases ? [words('stages.rule.releases')] : []),
  ]
  const count = words('stages.rule.count', { count: counts.get(stage.id) ?? 0 })
  return [...(rules.length > 0 ? rules : [words('stages.rule.none')]), count]
}

function StageRemoval({
  deskKey,
  desk,
  stage,
  counts,
  actions,
  words,
  form,
}: StageSetting & { readonly stage: DeskStage }) {
  const { id, name, state } = stage
  const others = desk.filter((one) => one !== stage && one.state === state)
  if (others.length === 0) return <p className="hint">{words('stages.lastOfState')}</p>
  const isNamed = desk.some(({ follows }) => follows.includes(id))
  return (
    <ConfirmAct
      id={`remove-${id}`}
      action={actions.remove}
      ask={words('stages.remove', { name })}
      title={words('stages.removeTitle', { name })}
      consequences={[
        words('stages.removeText', { count: counts.get(id) ?? 0 }),
        ...(isNamed ? [words('stages.removeRule')] : []),
      ]}
      fields={[
        {
          ...{ kind: 'select', name: 'into', label: words('stages.field.into') },
          options: others.map((one) => ({ value: String(one.id), label: one.name })),
        },
      ]}
      submit={words('stages.removeSubmit')}
      close={words('shell.form.close')}
      hidden={{ desk: deskKey, id: String(id) }}
      words={form}
    />
  )
}

function StageOrder({ deskKey, stages, actions, words, locale, form }: StageSetting & { readonly stages: Desk }) {
  const labels = stages.map(({ id, name }) => [
    id,
    {
      up: words('stages.up', { name }),
      down: words('stages.down', { name }),
      moved: stages.map((_, place) => words('stages.moved', { name, position: String(place + 1) })),
    },
  ])
  return (
    <OrderForm
      // Another order is the form's own doing; other entries and other names are not.
      key={stages
        .map(({ id, name }) => `${id} ${name}`)
        .toSorted()
        .join()}
      action={actions.order}
      entries={stages}
      hidden={{ desk: deskKey, state: stages[0]?.state ?? 'draft' }}
      labels={Object.fromEntries(labels)}
      locale={locale}
      words={{ hint: words('stages.orderHint'), submit: words('stages.orderSubmit'), ...form }}
    />
  )
}
