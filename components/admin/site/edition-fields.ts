import type { EditionWords } from '#lib/domain/site/edition-change.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { siteLimits } from '#lib/input/site/site-forms.ts'
import type { FormField } from '../ui/action-form.client.tsx'

/** What a form asks about an edition's words; prefix and language are asked while they are free. */
export function editionFields(given: Partial<EditionWords>, words: AdminWords): readonly FormField[] {
  const line = { kind: 'input', isRequired: true } as const
  return [
    { ...line, name: 'name', label: words('site.editions.name'), value: given.name, maxLength: siteLimits.name },
    {
      ...{ ...line, name: 'tagline', label: words('site.editions.tagline'), value: given.tagline },
      ...{ hint: words('site.editions.taglineHint'), maxLength: siteLimits.tagline },
    },
    {
      ...{ kind: 'text', name: 'description', label: words('site.editions.description'), value: given.description },
      ...{ hint: words('site.editions.descriptionHint'), maxLength: siteLimits.description, rows: 3, isRequired: true },
    },
    {
      ...{ kind: 'text', name: 'footerText', label: words('site.editions.footer'), value: given.footerText, rows: 2 },
      maxLength: siteLimits.footer,
    },
    {
      ...{
        kind: 'select',
        name: 'direction',
        label: words('site.editions.direction'),
        value: given.direction ?? 'ltr',
      },
      options: [
        { value: 'ltr', label: words('site.editions.ltr') },
        { value: 'rtl', label: words('site.editions.rtl') },
      ],
    },
    {
      ...{ ...line, name: 'timeZone', label: words('site.editions.timeZone'), value: given.timeZone, dir: 'ltr' },
      ...{ hint: words('site.editions.timeZoneHint'), maxLength: siteLimits.zone },
    },
  ]
}

export function keyFields(given: Partial<EditionWords>, words: AdminWords): readonly FormField[] {
  const line = { kind: 'input', isRequired: true, dir: 'ltr' } as const
  return [
    {
      ...{ ...line, name: 'key', label: words('site.editions.prefix'), value: given.key },
      ...{ hint: words('site.editions.prefixHint'), maxLength: siteLimits.key },
    },
    {
      ...{ ...line, name: 'locale', label: words('site.editions.language'), value: given.locale },
      maxLength: siteLimits.locale,
    },
  ]
}
