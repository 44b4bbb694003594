import type { FormState } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { ConfirmAct } from '../ui/confirm-act.client.tsx'

type Props = {
  readonly id: number
  readonly name: string
  readonly path: string
  readonly isUsed: boolean
  readonly articleCount: number
  /** Keys of partners that end with it. */
  readonly keyCount?: number
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly words: AdminWords
  readonly form: { readonly working: string; readonly problems: string }
}

/** What nothing names can go; of the rest it is said what names it. */
export function DeleteSection({ id, name, path, isUsed, articleCount, keyCount = 0, action, words, form }: Props) {
  return (
    <section className="ruled">
      <h2>{words('references.delete')}</h2>
      {isUsed ? (
        <p>{words('references.deleteUsed', { count: articleCount })}</p>
      ) : (
        <ConfirmAct
          id="delete"
          action={action}
          ask={words('references.deleteAsk')}
          title={words('references.deleteTitle', { name })}
          consequences={[
            ...(keyCount > 0 ? [words('references.deleteKeys', { count: keyCount })] : []),
            words('references.deleteGone', { path }),
          ]}
          submit={words('references.delete')}
          close={words('shell.form.close')}
          hidden={{ id: String(id) }}
          words={form}
        />
      )}
    </section>
  )
}
