'use server'

import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { checkAudit } from '#lib/store/people/audit-log.ts'

/** Computes every seal of the audit log again. */
export async function checkSeals(): Promise<FormState> {
  const user = await requireUser('audit.read')
  const words = adminWords(user.interfaceLocale)
  const check = await checkAudit()
  return check.kind === 'intact'
    ? done(words('auth.audit.intact', { count: check.count }))
    : refused('broken', words('auth.audit.broken', { id: String(check.id) }))
}
