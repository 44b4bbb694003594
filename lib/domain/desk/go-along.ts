import { may, type Scope, type SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, earlyStates } from '#lib/domain/workflow/step-back.ts'
import { givesBack, permissionsFor, takeSteps } from './move-to-stage.ts'

/** More articles than this don't take a step by one change of a setting: somebody looks at them first. */
export const mostAlong = 200

/** Why articles keep a stage in its state, and how many they are. */
export type AlongRefusal = {
  readonly kind: 'along-too-many' | 'along-gives-back' | 'along-nothing-to-say' | 'along-may-not'
  readonly count: number
}

/** An article that stands in a stage which becomes one of another state, and where it is. */
export type Along = { readonly article: Article; readonly to: EarlyState; readonly scope: Scope }

/**
 * Takes the articles of a stage along into its new state: each by the steps of the workflow, all or none. The way back to a draft
 * gives a text back to its writer, who is to hear why: nobody says it by a setting.
 */
export function goAlong(
  all: readonly Along[],
  user: Pick<SignedIn, 'id' | 'grants'>,
): Result<readonly Article[], AlongRefusal> {
  if (all.length > mostAlong) return refuse({ kind: 'along-too-many', count: all.length })
  const gone = all.map((one) => step(one, user))
  const [first] = gone.flatMap((one) => (one.ok ? [] : [one.error]))
  if (first) return refuse({ kind: first, count: gone.filter((one) => !one.ok && one.error === first).length })
  return ok(gone.flatMap((one) => (one.ok ? [one.value] : [])))
}

function step(
  { article, to, scope }: Along,
  user: Pick<SignedIn, 'id' | 'grants'>,
): Result<Article, AlongRefusal['kind']> {
  const from = earlyStates.find((early) => early === article.state.kind)
  if (!from) return ok(article)
  if (givesBack(from, to)) return refuse('along-gives-back')
  if (permissionsFor(from, to).some((one) => !may(user, one, { ...scope, state: from }))) return refuse('along-may-not')
  const taken = takeSteps(article, from, to)
  return taken.ok ? taken : refuse('along-nothing-to-say')
}
