import type { ContributorKind } from '#lib/domain/sections/reference.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { referenceLimits } from '#lib/input/references/reference-forms.ts'
import type { FormField } from '../ui/action-form.client.tsx'
import { nameField, slugField } from './reference-fields.ts'

type Given = {
  readonly name: string
  readonly slug: string
  readonly kind: ContributorKind
  readonly role: string
  readonly bio: string
  readonly isPseudonym: boolean
  readonly links: readonly string[]
  readonly userId: string | null
}

/** All that a form asks about a contributor but the portrait. */
export function contributorFields(
  given: Given | null,
  accounts: readonly { readonly id: string; readonly name: string }[],
  words: AdminWords,
): readonly FormField[] {
  const kinds = (['person', 'organisation'] as const).map((kind) => ({
    value: kind,
    label: words(`references.contributors.${kind}`),
  }))
  return [
    nameField(given, words),
    slugField(given, words),
    {
      ...{ kind: 'select', name: 'kind', label: words('references.contributors.kind'), options: kinds },
      value: given?.kind ?? 'person',
    },
    {
      ...{ kind: 'input', name: 'role', label: words('references.contributors.role'), value: given?.role },
      ...{ hint: words('references.contributors.roleHint'), maxLength: referenceLimits.role, isRequired: true },
    },
    {
      ...{ kind: 'text', name: 'bio', label: words('references.contributors.bio'), value: given?.bio, rows: 4 },
      ...{ hint: words('references.contributors.bioHint'), maxLength: referenceLimits.bio },
    },
    {
      ...{ kind: 'checks', name: 'isPseudonym', label: words('references.contributors.pseudonym') },
      options: [{ value: 'yes', label: words('references.contributors.isPseudonym') }],
      chosen: given?.isPseudonym ? ['yes'] : [],
    },
    {
      ...{ kind: 'text', name: 'links', label: words('references.contributors.links'), rows: 3 },
      ...{ hint: words('references.contributors.linksHint'), value: given?.links.join('\n') },
    },
    {
      ...{ kind: 'select', name: 'userId', label: words('references.contributors.account') },
      value: given?.userId ?? '',
      options: [
        { value: '', label: words('references.contributors.noAccount') },
        ...accounts.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  ]
}
