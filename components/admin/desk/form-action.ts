import type { FormState } from '#lib/domain/form-state.ts'

/** A server action as a page hands it to a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
