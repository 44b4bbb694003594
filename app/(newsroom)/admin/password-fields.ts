import type { FormField } from '#components/admin/ui/action-form.client.tsx'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

/** A new password, twice. */
export function passwordFields(words: AdminWords): readonly FormField[] {
  const shared = { kind: 'input', type: 'password', isRequired: true, autoComplete: 'new-password' } as const
  return [
    {
      ...shared,
      name: 'password',
      label: words('auth.fields.newPassword'),
      hint: words('auth.fields.passwordHint'),
    },
    { ...shared, name: 'passwordAgain', label: words('auth.fields.passwordAgain') },
  ]
}

export function nameField(words: AdminWords, value?: string): FormField {
  return {
    ...{ kind: 'input', name: 'name', label: words('auth.fields.name'), hint: words('auth.fields.nameHint'), value },
    ...{ isRequired: true, autoComplete: 'name', maxLength: 80 },
  }
}
