import type { Permission } from '#lib/domain/people/permissions.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'

/** What can be done with an article on its way to readers and back. */
export const acts = [
  ...(['submit', 'approve', 'send-back', 'publish', 'schedule', 'unschedule', 'embargo', 'correct'] as const),
  ...(['set-withdrawal', 'unset-withdrawal', 'withdraw', 'kill'] as const),
] as const

export type Act = (typeof acts)[number]

export const permissionOf = {
  submit: 'article.edit',
  approve: 'article.review',
  'send-back': 'article.review',
  publish: 'article.publish',
  schedule: 'article.schedule',
  unschedule: 'article.schedule',
  embargo: 'article.publish',
  correct: 'article.correct',
  'set-withdrawal': 'article.withdraw',
  'unset-withdrawal': 'article.withdraw',
  withdraw: 'article.withdraw',
  kill: 'article.kill',
} as const satisfies Record<Act, Permission>

/** What readers see new words by: a newsroom can ask for a young sign-in before (lib/auth/step-up.ts). */
export const bringingActs: readonly Act[] = ['publish', 'schedule', 'correct']

const unpublished = ['publish', 'schedule', 'embargo'] as const

/** The acts that an article's state leaves open. What the workflow refuses here, it refuses in workflow.ts too. */
function openActs(state: State): readonly Act[] {
  switch (state.kind) {
    case 'draft':
      return ['submit', ...unpublished]
    case 'in_review':
      return ['approve', 'send-back', ...unpublished]
    case 'approved':
      return ['send-back', ...unpublished]
    case 'scheduled':
      return ['unschedule', ...unpublished]
    case 'published': {
      const update: readonly Act[] = state.shows === 'newest' ? [] : ['publish', 'schedule']
      const off: readonly Act[] = [
        ...(state.updateAt ? (['unschedule'] as const) : []),
        ...(state.withdrawal ? (['unset-withdrawal'] as const) : []),
      ]
      return [...update, ...off, 'correct', 'set-withdrawal', 'withdraw', 'kill']
    }
    case 'withdrawn':
      return ['publish', 'kill']
    case 'killed':
      return []
  }
}

/** The acts that a person is offered: open by state, and theirs by permission. */
export function actsOn(state: State, mayDo: (permission: Permission) => boolean): readonly Act[] {
  return openActs(state).filter((act) => mayDo(permissionOf[act]))
}
