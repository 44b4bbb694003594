import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { editionFields, keyFields } from '#components/admin/site/edition-fields.ts'
import { ZoneNote } from '#components/admin/site/zone-note.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { OrderForm } from '#components/admin/ui/order-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { saveEdition, saveOrder } from '#lib/actions/site/editions.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { homePath } from '#lib/site/urls.ts'
import { countTimed } from '#lib/store/articles/desk/count-timed.ts'
import { seenOf } from '#lib/store/site/change-edition.ts'
import { type EditedEdition, findEditedEdition } from '#lib/store/site/editions-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { rowOf } from '../../../references-at.ts'
import { EditionState } from './edition-state.tsx'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: languageName((await open(params)).edition.locale) }
}

export default async function EditionPage({ params }: Props) {
  const { user, edition } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const isFixed = edition.publishedCount > 0
  const { key, locale } = edition
  const timed = await countTimed(edition.id, new Date())
  return (
    <>
      <PageTitle
        title={languageName(locale)}
        text={words(
          edition.isOff ? 'site.editions.off' : edition.isDefault ? 'site.editions.isDefault' : 'site.editions.on',
        )}
      >
        <ButtonLink href={`/admin/stages/edition-${edition.id}`}>{words('stages.view')}</ButtonLink>
        {!edition.isOff && <ButtonLink href={onSite(homePath(edition))}>{words('sections.view')}</ButtonLink>}
      </PageTitle>
      <div className="stack">
        <section>
          {isFixed && <p className="hint">{words('site.editions.prefixFixed', { count: edition.publishedCount })}</p>}
          <ActionForm
            id="edition"
            action={saveEdition}
            submit={words('sections.save')}
            words={formWords(words)}
            hidden={{ id: String(edition.id), seen: seenOf(edition), ...(isFixed && { key, locale }) }}
            fields={[...(isFixed ? [] : keyFields(edition, words)), ...editionFields(edition, words)]}
          >
            <ZoneNote edition={edition} count={timed} words={words} />
          </ActionForm>
        </section>
        <Order edition={edition} what="blogs" title={words('site.editions.order')} words={words} />
        <Order edition={edition} what="pages" title={words('site.editions.pageOrder')} words={words} />
        <EditionState edition={edition} words={words} mayChangeDefault={may(user, 'edition.edit')} />
      </div>
    </>
  )
}

type OrderProps = {
  readonly edition: EditedEdition
  readonly what: 'blogs' | 'pages'
  readonly title: string
  readonly words: AdminWords
}

function Order({ edition, what, title, words }: OrderProps) {
  const entries = edition[what]
  if (entries.length < 2) return null
  const labels = entries.map(({ id, name }) => [
    id,
    {
      up: words('site.editions.up', { name }),
      down: words('site.editions.down', { name }),
      moved: entries.map((_, place) => words('site.editions.moved', { name, position: String(place + 1) })),
    },
  ])
  return (
    <section className="ruled">
      <h2>{title}</h2>
      <OrderForm
        // Another order is the form's own doing; other entries are not.
        key={entries
          .map(({ id }) => id)
          .toSorted()
          .join()}
        action={saveOrder}
        entries={entries}
        hidden={{ id: String(edition.id), what }}
        labels={Object.fromEntries(labels)}
        locale={edition.locale}
        words={{
          ...{ hint: words('site.editions.orderHint'), submit: words('site.editions.saveOrder') },
          ...formWords(words),
        }}
      />
    </section>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('edition.edit')
  const id = rowOf((await params).id)
  const edition = id === null ? null : await findEditedEdition(id)
  if (!edition) notFound()
  if (!may(user, 'edition.edit', { editionId: edition.id })) forbidden()
  return { user, edition }
}
