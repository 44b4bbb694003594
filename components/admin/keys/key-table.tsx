import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import type { FormState } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'

type Key = {
  readonly id: number
  readonly name: string
  readonly hint: string
  readonly place: { readonly kind: 'edition' | 'blog' | 'topic'; readonly name: string } | null
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

type Props = {
  readonly keys: readonly Key[]
  readonly revoke: (state: FormState, form: FormData) => Promise<FormState>
  readonly words: AdminWords
  readonly form: { readonly working: string; readonly problems: string }
  readonly locale: string
}

/** The keys that partners have and had: whose, for what, when it was used, and the way to end it. */
export function KeyTable({ keys, revoke, words, form, locale }: Props) {
  const day = formatOf({ locale, timeZone: 'UTC' }).shortDate
  return (
    <Table
      caption={words('keys.title')}
      columns={[
        { key: 'name', title: words('keys.name') },
        { key: 'place', title: words('keys.place') },
        { key: 'hint', title: words('keys.key') },
        { key: 'created', title: words('keys.created') },
        { key: 'used', title: words('keys.lastUsed') },
        { key: 'state', title: words('keys.state') },
      ]}
      rows={keys.map((key) => ({
        key: String(key.id),
        cells: {
          name: <bdi>{key.name}</bdi>,
          place: placeName(key.place, words),
          hint: <code dir="ltr">{`${key.hint}…`}</code>,
          created: day(key.createdAt),
          used: key.lastUsedAt ? day(key.lastUsedAt) : words('keys.never'),
          state: key.revokedAt ? (
            words('keys.revokedAt', { when: day(key.revokedAt) })
          ) : (
            <details>
              <summary>{words('keys.inForce')}</summary>
              <ActionForm
                id={`key-${key.id}`}
                action={revoke}
                submit={words('keys.revoke', { name: key.name })}
                kind="danger"
                words={form}
                hidden={{ id: String(key.id) }}
                fields={[]}
              >
                <p>{words('keys.revokeText', { name: key.name })}</p>
              </ActionForm>
            </details>
          ),
        },
      }))}
    />
  )
}

function placeName(place: Key['place'], words: AdminWords): string {
  if (!place) return words('keys.everything')
  const { kind, name } = place
  if (kind === 'edition') return words('keys.ofEdition', { name })
  return words(kind === 'blog' ? 'keys.ofBlog' : 'keys.ofTopic', { name })
}
