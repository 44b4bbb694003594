import type { Metadata } from 'next'
import { DeliveryLog } from '#components/admin/delivery/delivery-log.tsx'
import { WebhookTable } from '#components/admin/delivery/webhook-table.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { saveDeliverySettings, sendAgain } from '#lib/actions/delivery/deliveries.ts'
import {
  addWebhook,
  removeWebhook,
  renewSecret,
  startWebhook,
  stopWebhook,
  tryWebhook,
} from '#lib/actions/delivery/webhooks.ts'
import { requireUser } from '#lib/auth/session.ts'
import { env } from '#lib/env/env.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { deliveryQuery } from '#lib/input/machine/delivery-forms.ts'
import { listPlaces } from '#lib/store/articles/desk/editor-lookups.ts'
import { listDeliveries } from '#lib/store/delivery/delivery-log.ts'
import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { countSubscriptions } from '#lib/store/delivery/hub-subscriptions.ts'
import { listWebhooks } from '#lib/store/delivery/webhooks.ts'
import { formWords } from '../../../door-words.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('key.manage')).interfaceLocale)('delivery.title') }
}

export default async function DeliveriesPage({ searchParams }: Props) {
  const user = await requireUser('key.manage')
  const words = adminWords(user.interfaceLocale)
  const { state, channel, webhook, before } = deliveryQuery.parse({ ...emptyQuery, ...(await searchParams) })
  const filter = { state, channel, webhookId: webhook }
  const now = new Date()
  const [webhooks, places, settings, followers, log] = await Promise.all([
    ...([listWebhooks(), listPlaces(null), findDeliverySettings(), countSubscriptions(now)] as const),
    listDeliveries(filter, before),
  ])
  const editions = places.map(({ id, locale }) => ({ id, name: languageName(locale), locale }))
  const form = formWords(words)
  return (
    <>
      <PageTitle title={words('delivery.title')} text={words('delivery.text')} />
      <div className="stack">
        <section className="ruled" aria-labelledby="webhooks">
          <h2 id="webhooks">{words('delivery.webhooks.title')}</h2>
          <p className="hint">{words('delivery.webhooks.text')}</p>
          {webhooks.length === 0 ? (
            <EmptyState title={words('delivery.webhooks.none')} text={words('delivery.webhooks.noneText')} />
          ) : (
            <WebhookTable
              webhooks={webhooks}
              editions={editions}
              words={words}
              form={form}
              locale={user.interfaceLocale}
              actions={{ renewSecret, startWebhook, stopWebhook, removeWebhook, tryWebhook }}
            />
          )}
          <h3>{words('delivery.webhooks.add')}</h3>
          <ActionForm
            id="webhook"
            action={addWebhook}
            submit={words('delivery.webhooks.add')}
            words={form}
            fields={[
              {
                ...{ kind: 'input', name: 'name', label: words('delivery.webhooks.name') },
                ...{ hint: words('delivery.webhooks.nameHint'), isRequired: true, maxLength: 80 },
              },
              {
                ...{ kind: 'input', name: 'url', label: words('delivery.webhooks.url'), inputMode: 'url' },
                ...{ dir: 'ltr', isRequired: true },
              },
              {
                ...{ kind: 'select', name: 'edition', label: words('delivery.webhooks.edition') },
                options: [
                  { value: '', label: words('delivery.webhooks.everyEdition') },
                  ...editions.map(({ id, name }) => ({ value: String(id), label: name })),
                ],
              },
            ]}
          />
        </section>
        <section className="ruled" aria-labelledby="hubs">
          <h2 id="hubs">{words('delivery.hubs.title')}</h2>
          {settings.hubs.length === 0 && (
            <p className="hint">{words('delivery.hubs.followers', { count: followers })}</p>
          )}
          <ActionForm
            id="settings"
            action={saveDeliverySettings}
            submit={words('delivery.hubs.save')}
            words={form}
            fields={[
              {
                ...{ kind: 'text', name: 'hubs', label: words('delivery.hubs.hubs'), rows: 3 },
                ...{ hint: words('delivery.hubs.hubsHint'), value: settings.hubs.join('\n') },
              },
              {
                ...{ kind: 'checks', name: 'indexNow', label: words('delivery.hubs.search') },
                ...{ chosen: settings.indexNowKey ? ['on'] : [] },
                options: [
                  {
                    ...{ value: 'on', label: words('delivery.hubs.indexNow') },
                    hint: words('delivery.hubs.indexNowHint', { host: new URL(env().indexNowUrl).host }),
                  },
                ],
              },
            ]}
          />
        </section>
        <DeliveryLog
          {...log}
          filter={filter}
          before={before}
          words={words}
          form={form}
          locale={user.interfaceLocale}
          sendAgain={sendAgain}
        />
      </div>
    </>
  )
}

const emptyQuery = { state: null, channel: null, webhook: null, before: null }
