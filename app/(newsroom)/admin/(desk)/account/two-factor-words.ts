import type { TwoFactorWords } from '#components/admin/people/two-factor.client.tsx'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formWords } from '../../door-words.ts'

export function twoFactorWords(words: AdminWords): TwoFactorWords {
  return {
    ...formWords(words),
    password: words('auth.fields.currentPassword'),
    start: words('auth.twoFactor.turnOn'),
    scan: words('auth.twoFactor.scan'),
    picture: words('auth.twoFactor.picture'),
    key: words('auth.twoFactor.key'),
    code: words('auth.fields.code'),
    finish: words('auth.twoFactor.finish'),
    codesTitle: words('auth.twoFactor.codesTitle'),
    codesText: words('auth.twoFactor.codesText'),
  }
}
