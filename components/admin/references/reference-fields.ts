import type { Edition } from '#lib/domain/edition.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { referenceLimits } from '#lib/input/references/reference-forms.ts'
import type { FormField } from '../ui/action-form.client.tsx'

type Named = { readonly name: string; readonly slug: string }

export type CounterpartField = {
  readonly edition: Edition
  readonly current: number | null
  readonly choices: readonly { readonly id: number; readonly name: string }[]
}

export function nameField(given: Named | null, words: AdminWords): FormField {
  const most = referenceLimits.name
  return {
    kind: 'input',
    name: 'name',
    label: words('references.name'),
    value: given?.name,
    maxLength: most,
    isRequired: true,
  }
}

export function slugField(given: Named | null, words: AdminWords): FormField {
  return {
    ...{ kind: 'input', name: 'slug', label: words('references.slug'), hint: words('references.slugHint') },
    ...{ value: given?.slug, maxLength: referenceLimits.slug, dir: 'ltr' },
  }
}

/** One list an edition: what stands for it there. */
export function counterpartFields(fields: readonly CounterpartField[], words: AdminWords): readonly FormField[] {
  return fields.map(({ edition, current, choices }, position) => ({
    ...{ kind: 'select', name: `counterpart-${edition.id}`, value: String(current ?? '') },
    label: words('references.counterpart', { language: languageName(edition.locale) }),
    // Said once: the lists below the first are the same.
    ...(position === 0 && { hint: words('references.counterpartHint') }),
    options: [
      { value: '', label: words('references.noCounterpart') },
      ...choices.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  }))
}
