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
  /** The form is right, but it may not or can't be done. */
  | { readonly kind: 'refused'; readonly refusal: FormRefusal }

export type FieldErrors = Readonly<Record<string, readonly string[]>>
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

export function errorsOf(state: FormState, field: string): readonly string[] {
  return state.kind === 'rejected' ? (state.errors[field] ?? []) : []
}

/** What a field shows: what was typed before a refusal, else what is stored. */
export function typedValue(state: FormState, field: string, stored = ''): string {
  return state.kind === 'rejected' ? (state.values[field] ?? stored) : stored
}
