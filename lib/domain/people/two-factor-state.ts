import type { FormState } from '#lib/domain/form-state.ts'

/** What setting up the second step answers: the form's own states, and what is shown once and stored nowhere readable. */
export type TwoFactorState =
  | FormState
  | {
      readonly kind: 'setup'
      readonly secret: string
      /** SVG path of the QR code in a square of `size` modules. */
      readonly qr: { readonly path: string; readonly size: number }
      readonly codes: readonly string[]
      readonly errors: readonly string[]
    }
  | { readonly kind: 'codes'; readonly message: string; readonly codes: readonly string[] }
