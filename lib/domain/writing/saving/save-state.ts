import type { Problem } from './save-answers.ts'

/**
 * How far a text has come: typed, kept on this device, acknowledged by the server. Sequence numbers rise with every change and
 * are never used twice by a tab.
 */
export type SaveState = {
  readonly typed: number
  readonly kept: number
  readonly acknowledged: number
  readonly device: 'working' | 'full' | 'unavailable'
  readonly server: ServerState
  /** Article.version that this text grew from. */
  readonly version: number
  /** The newest version that the server told of. */
  readonly newestVersion: number
}

export type ServerState =
  | { readonly kind: 'fine' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }

/** What the status line says. */
export type SaveStatus =
  | 'saved'
  | 'saved-here'
  | 'saving'
  | 'offline'
  | 'signed-out'
  | 'conflict'
  | 'rejected'
  | 'refused'
  | 'not-saved'

export function startState({ version, sequence }: { readonly version: number; readonly sequence: number }): SaveState {
  const zero = { typed: sequence, kept: sequence, acknowledged: sequence }
  return { ...zero, device: 'working', server: { kind: 'fine' }, version, newestVersion: version }
}

export function typed(state: SaveState): SaveState {
  return { ...state, typed: state.typed + 1 }
}

export function keptHere(state: SaveState, sequence: number): SaveState {
  return { ...state, kept: Math.max(state.kept, sequence), device: 'working' }
}

export function notKeptHere(state: SaveState, device: 'full' | 'unavailable'): SaveState {
  return { ...state, device }
}

/** An answer of the server. One that came late, for a batch older than what is acknowledged, says nothing new about the text. */
export function acknowledged(
  state: SaveState,
  answer: { readonly sequence: number; readonly version: number },
): SaveState {
  return {
    ...state,
    acknowledged: Math.max(state.acknowledged, answer.sequence),
    newestVersion: Math.max(state.newestVersion, answer.version),
    server: { kind: 'fine' },
  }
}

/** The text became a revision, or was merged into one: from here on it grows from that version. */
export function rebased(state: SaveState, version: number): SaveState {
  return { ...state, version, newestVersion: Math.max(state.newestVersion, version) }
}

export function heardOfVersion(state: SaveState, version: number): SaveState {
  return version > state.newestVersion ? { ...state, newestVersion: version } : state
}

export function isStale(state: SaveState): boolean {
  return state.newestVersion > state.version
}

/** Words that exist in this page alone: the browser must ask before it throws them away. */
export function isUnsafeToLeave(state: SaveState): boolean {
  return state.acknowledged < state.typed && (state.kept < state.typed || state.device !== 'working')
}

export function statusOf(state: SaveState): SaveStatus {
  const isKept = state.device === 'working' && state.kept === state.typed
  const isAcknowledged = state.acknowledged === state.typed
  if (isStale(state)) return 'conflict'
  switch (state.server.kind) {
    case 'signed-out':
    case 'refused':
    case 'rejected':
      return isAcknowledged ? 'saved' : state.server.kind
    case 'unreachable':
      if (isAcknowledged) return 'offline'
      return state.device === 'working' ? 'offline' : 'not-saved'
    case 'fine':
      if (isAcknowledged) return 'saved'
      if (state.device !== 'working') return 'not-saved'
      return isKept ? 'saved-here' : 'saving'
  }
}
