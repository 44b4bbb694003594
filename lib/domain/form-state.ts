/** What a server action answers to the form that called it. Words are in the user's language, ready to be shown. */
export type FormState =
  | { readonly kind: 'idle' }
  /**
   * `link` is shown once and stored nowhere: an invitation, a way to a new password. `version` is what a step of publishing made
   * of the article: the next step is about that one.
   */
  | { readonly kind: 'done'; readonly message: string; readonly link?: string; readonly version?: number }
  /** The form is wrong: what is wrong by field name (`form` for the whole), and what was typed, kept. */
  | { readonly kind: 'rejected'; readonly errors: FieldErrors; readonly values: FormValues }
  /** The form is right, but it may not or can't be done. `values` keeps what was typed where the same form is sent again. */
  | { readonly kind: 'refused'; readonly refusal: FormRefusal; readonly values?: FormValues }

export type FieldErrors = Readonly<Record<string, readonly string[]>>
/** Of boxes that share a name, those that are ticked, a line each. */
export type FormValues = Readonly<Record<string, string>>
export type FormRefusal = { readonly kind: string; readonly message: string }

export const idle: FormState = { kind: 'idle' }

export function done(message: string, link?: string): FormState {
  return link === undefined ? { kind: 'done', message } : { kind: 'done', message, link }
}

export function rejected(errors: FieldErrors, values: FormValues = {}): FormState {
  return { kind: 'rejected', errors, values }
}

export function refused(kind: string, message: string): FormState {
  return { kind: 'refused', refusal: { kind, message } }
}

const askedAgain = 'confirm'
/** Nobody is signed in any more: the kind of the refusal, and the digest of the error by which the page's script knows it. */
export const signedOut = 'signed-out'

/** Who asks must first prove once more who they are; what was typed is kept. */
export function askingAgain(message: string, form: FormData): Extract<FormState, { kind: 'refused' }> {
  return { kind: 'refused', refusal: { kind: askedAgain, message }, values: typedIn(form) }
}

/** What was typed in a form, without its files. */
export function typedIn(form: FormData): FormValues {
  const typed = new Map<string, string>()
  for (const [name, value] of form) {
    const before = typed.get(name)
    if (typeof value === 'string') typed.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return Object.fromEntries(typed)
}

/** What is said when an answer asks for that; null for every other. */
export function asksAgain(answer: unknown): string | null {
  const state = answer as Partial<Extract<FormState, { kind: 'refused' }>> | null
  return state?.kind === 'refused' && state.refusal?.kind === askedAgain ? state.refusal.message : null
}

export function errorsOf(state: FormState, field: string): readonly string[] {
  return state.kind === 'rejected' ? (state.errors[field] ?? []) : []
}

/** What a field shows: what was typed before a refusal, else what is stored. */
export function typedValue(state: FormState, field: string, stored = ''): string {
  const values = state.kind === 'rejected' || state.kind === 'refused' ? state.values : undefined
  return values?.[field] ?? stored
}
