import { isSignInTooOld, type StepUp } from '#lib/auth/step-up.ts'
import { askingAgain, type FormState } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'

/**
 * The answer that asks for the password again, with what was typed, or null for a sign-in that is young enough. The page asks where it
 * stands and sends the form once more (components/admin/ui/use-step-up.ts).
 */
export async function askAgain(
  user: SignedIn,
  before: StepUp,
  form: FormData,
): Promise<Extract<FormState, { kind: 'refused' }> | null> {
  if (!(await isSignInTooOld(user, before, new Date()))) return null
  const words = adminWords(user.interfaceLocale)
  return askingAgain(words(before === 'irreversible' ? 'auth.confirm.text' : 'auth.confirm.publishing'), form)
}
