import { ActionForm, type FormField } from '#components/admin/ui/action-form.client.tsx'
import { saveSite } from '#lib/actions/site/settings.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { siteLimits } from '#lib/input/site/site-forms.ts'
import { findEditedSite, listPageChoices } from '#lib/store/site/site-admin.ts'
import { formWords } from '../../../door-words.ts'

/** What the organisation says of itself in every edition. */
export async function OrganisationForm({ words }: { readonly words: AdminWords }) {
  const [site, pages] = await Promise.all([findEditedSite(), listPageChoices()])
  const line = { kind: 'input', maxLength: siteLimits.name } as const
  const page = (name: 'principles' | 'corrections' | 'ownership'): FormField => ({
    ...{ kind: 'select', name: `${name}Slug`, label: words(`site.settings.${name}`), value: site[`${name}Slug`] ?? '' },
    options: [
      { value: '', label: words('site.settings.noPage') },
      ...pages.map(({ slug, title }) => ({ value: slug, label: title })),
    ],
  })
  return (
    <ActionForm
      id="site"
      action={saveSite}
      submit={words('site.settings.save')}
      words={formWords(words)}
      hidden={{ seenAt: site.changedAt.toISOString() }}
      fields={[
        { ...line, name: 'name', label: words('site.settings.name'), value: site.name, isRequired: true },
        {
          ...{ ...line, name: 'legalName', label: words('site.settings.legalName'), value: site.legalName },
          ...{ hint: words('site.settings.legalNameHint'), isRequired: true },
        },
        {
          ...{ ...line, name: 'wordmark', label: words('site.settings.wordmark'), value: site.wordmark ?? '' },
          hint: words('site.settings.wordmarkHint'),
        },
        { kind: 'input', name: 'email', type: 'email', label: words('site.settings.email'), value: site.email ?? '' },
        {
          ...{ kind: 'text', name: 'socials', label: words('site.settings.socials'), rows: 3 },
          ...{ hint: words('site.settings.socialsHint'), value: site.socials.join('\n') },
        },
        {
          ...{ kind: 'input', name: 'timeZone', label: words('site.settings.timeZone'), value: site.timeZone },
          ...{ hint: words('site.editions.timeZoneHint'), isRequired: true, dir: 'ltr', maxLength: siteLimits.zone },
        },
        ...(['principles', 'corrections', 'ownership'] as const).map(page),
      ]}
    />
  )
}
