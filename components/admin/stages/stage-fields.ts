import type { Desk, DeskStage } from '#lib/domain/desk/desk-stage.ts'
import { stageLimits } from '#lib/domain/desk/stage-changes.ts'
import { roles } from '#lib/domain/people/roles.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { FormField } from '../ui/action-form.client.tsx'

/** What a newsroom says of a stage, in which `count` articles stand; without one, of a stage that is to be. */
export function stageFields(desk: Desk, words: AdminWords, stage?: DeskStage, count = 0): readonly FormField[] {
  const others = desk.filter((one) => one !== stage)
  const text = (name: 'name' | 'entryRole' | 'follows' | 'releases') => ({ name, label: words(`stages.field.${name}`) })
  const state: FormField = {
    ...{ kind: 'select', name: 'state', label: words('stages.field.state') },
    hint: stage ? words('stages.field.stateAlong', { count }) : words('stages.field.stateHint'),
    value: stage?.state ?? 'in_review',
    options: earlyStates.map((one) => ({ value: one, label: words(`stages.state.${one}`) })),
  }
  return [
    {
      ...{ kind: 'input', ...text('name'), hint: words('stages.field.nameHint'), maxLength: stageLimits.name },
      ...{ value: stage?.name, isRequired: true },
    },
    // The only one of a state stays in it.
    ...(stage && others.every(({ state }) => state !== stage.state) ? [] : [state]),
    {
      ...{ kind: 'select', ...text('entryRole'), value: stage?.entryRole ?? '' },
      options: [
        { value: '', label: words('stages.field.anybody') },
        // The least role is whoever may write at all.
        ...roles.slice(1).map((role) => ({
          ...{ value: role, label: words('stages.rule.role', { role: words(`shell.roles.${role}`) }) },
        })),
      ],
    },
    ...(others.length === 0
      ? []
      : [
          {
            ...({ kind: 'checks', ...text('follows'), hint: words('stages.field.followsHint') } as const),
            options: others.map(({ id, name }) => ({ value: String(id), label: name })),
            chosen: (stage?.follows ?? []).map(String),
          },
        ]),
    {
      ...{ kind: 'checks', ...text('releases') },
      options: [{ value: 'yes', label: words('stages.field.releasesLabel') }],
      chosen: stage?.releases ? ['yes'] : [],
    },
  ]
}
