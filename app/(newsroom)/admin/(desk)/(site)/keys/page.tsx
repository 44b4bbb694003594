import type { Metadata } from 'next'
import { KeyTable } from '#components/admin/keys/key-table.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { endApiKey, makeApiKey } from '#lib/actions/keys/api-keys.ts'
import { requireUser } from '#lib/auth/session.ts'
import { onSite } from '#lib/env/on-site.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { listApiKeys } from '#lib/store/keys/api-keys.ts'
import { type KeyPlaces, listKeyPlaces } from '#lib/store/keys/key-places.ts'
import { formWords } from '../../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('key.manage')).interfaceLocale)('keys.title') }
}

export default async function KeysPage() {
  const user = await requireUser('key.manage')
  const words = adminWords(user.interfaceLocale)
  const [keys, places] = await Promise.all([listApiKeys(), listKeyPlaces()])
  const form = formWords(words)
  return (
    <>
      <PageTitle title={words('keys.title')} text={words('keys.text')} />
      <div className="stack">
        {keys.length === 0 ? (
          <EmptyState title={words('keys.none')} text={words('keys.noneText')} />
        ) : (
          <KeyTable keys={keys} revoke={endApiKey} words={words} form={form} locale={user.interfaceLocale} />
        )}
        <section className="ruled" aria-labelledby="new-key">
          <h2 id="new-key">{words('keys.add')}</h2>
          <ActionForm
            id="key"
            action={makeApiKey}
            submit={words('keys.add')}
            words={form}
            fields={[
              {
                ...{ kind: 'input', name: 'name', label: words('keys.name'), hint: words('keys.nameHint') },
                ...{ isRequired: true, maxLength: 80, autoComplete: 'off' },
              },
              {
                ...{ kind: 'select', name: 'place', label: words('keys.place'), value: 'everything' },
                options: placeOptions(places, words),
              },
            ]}
          />
        </section>
        <p>
          <a href={onSite('/api/v1/openapi.json')}>{words('keys.description')}</a>
        </p>
      </div>
    </>
  )
}

/** The values that lib/input/machine/key-forms.ts reads. */
function placeOptions({ editions, blogs, topics }: KeyPlaces, words: AdminWords) {
  return [
    { value: 'everything', label: words('keys.everything') },
    ...editions.map(({ id, name }) => ({ value: `edition:${id}`, label: words('keys.ofEdition', { name }) })),
    ...blogs.map(({ id, name }) => ({ value: `blog:${id}`, label: words('keys.ofBlog', { name }) })),
    ...topics.map(({ id, name }) => ({ value: `topic:${id}`, label: words('keys.ofTopic', { name }) })),
  ]
}
