import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ConfirmAct } from '#components/admin/ui/confirm-act.client.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import type { FormState } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Webhook = {
  readonly id: number
  readonly name: string
  readonly url: string
  readonly editionId: number | null
  readonly disabledAt: Date | null
}

type Props = {
  readonly webhooks: readonly Webhook[]
  readonly editions: readonly { readonly id: number; readonly name: string; readonly locale: string }[]
  readonly words: AdminWords
  readonly form: { readonly working: string; readonly problems: string }
  readonly locale: string
  readonly actions: Readonly<
    Record<'renewSecret' | 'startWebhook' | 'stopWebhook' | 'removeWebhook' | 'tryWebhook', Action>
  >
}

/** The programs that are told of changes, and what can be done with each. */
export function WebhookTable({ webhooks, editions, words, form, locale, actions }: Props) {
  const moment = formatOf({ locale, timeZone: 'UTC' }).dateTimeZone
  return (
    <Table
      caption={words('delivery.webhooks.title')}
      columns={[
        { key: 'name', title: words('delivery.webhooks.name') },
        { key: 'url', title: words('delivery.webhooks.url') },
        { key: 'edition', title: words('delivery.webhooks.edition') },
        { key: 'state', title: words('delivery.webhooks.state') },
        { key: 'actions', title: words('delivery.webhooks.actions') },
      ]}
      rows={webhooks.map(({ id, name, url, editionId, disabledAt }) => {
        const edition = editions.find((one) => one.id === editionId)
        const confirm = (key: 'renew' | 'remove', action: Action, consequences: readonly string[], of: string) => (
          <ConfirmAct
            id={`${key}-${id}`}
            action={action}
            ask={words(`delivery.webhooks.${key}`, { name: of })}
            title={words(`delivery.webhooks.${key}`, { name: of })}
            consequences={consequences}
            submit={words(`delivery.webhooks.${key}Now`)}
            close={words('delivery.webhooks.keep')}
            hidden={{ id: String(id) }}
            words={form}
          />
        )
        const act = (key: string, action: Action, label: string) => (
          <ActionForm
            key={key}
            id={`${key}-${id}`}
            action={action}
            hidden={{ id: String(id) }}
            fields={[]}
            submit={label}
            kind="plain"
            words={form}
          />
        )
        return {
          key: String(id),
          cells: {
            name: <bdi>{name}</bdi>,
            url: <bdi dir="ltr">{url}</bdi>,
            edition: edition ? (
              <bdi lang={edition.locale}>{edition.name}</bdi>
            ) : (
              words('delivery.webhooks.everyEdition')
            ),
            state: disabledAt
              ? words('delivery.webhooks.off', { when: moment(disabledAt) })
              : words('delivery.webhooks.on'),
            actions: (
              <div className="stack">
                {disabledAt
                  ? act('start', actions.startWebhook, words('delivery.webhooks.start', { name }))
                  : [
                      act('try', actions.tryWebhook, words('delivery.webhooks.try', { name })),
                      act('stop', actions.stopWebhook, words('delivery.webhooks.stop', { name })),
                    ]}
                {confirm('renew', actions.renewSecret, [words('delivery.webhooks.renewText')], name)}
                {confirm('remove', actions.removeWebhook, [words('delivery.webhooks.removeText')], name)}
              </div>
            ),
          },
        }
      })}
    />
  )
}
