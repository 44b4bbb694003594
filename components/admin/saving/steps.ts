export type Made = { readonly from: number; readonly version: number }

export type Steps = {
  /** The page shows the article as of this version. */
  readonly see: (version: number) => void
  /** This page made a version of another one: by a save or by a step. */
  readonly made: (made: Made) => void
  /** Does something after everything that was asked for before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** The version that a step is about. */
  readonly seen: () => number
}

/**
 * Saves and steps of one article in one page, one after the other: whatever is pressed while another is under way is about the
 * article as that one leaves it. A step names the version that its person has seen or made. What somebody else did meanwhile is
 * neither: the server then refuses the step as stale, and the page shows the article as it is.
 */
export function startSteps(version: number): Steps {
  let seen = version
  let last: Promise<unknown> = Promise.resolve()
  return {
    see: (version) => {
      seen = Math.max(seen, version)
    },
    made: ({ from, version }) => {
      if (from === seen) seen = version
    },
    inTurn: (work) => {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
    seen: () => seen,
  }
}
