import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ConfirmAct } from '#components/admin/ui/confirm-act.client.tsx'
import { makeDefaultEdition, turnEditionOff, turnEditionOn } from '#lib/actions/site/editions.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { type EditionLine, listAllEditions } from '#lib/store/site/editions-admin.ts'
import { formWords } from '../../../../door-words.ts'

type Props = { readonly edition: EditionLine; readonly words: AdminWords; readonly mayChangeDefault: boolean }

/** Whether readers see the edition, and whether it is the default one: what each would do, or why it can't be. */
export async function EditionState({ edition, words, mayChangeDefault }: Props) {
  const standing = (await listAllEditions()).find(({ isDefault }) => isDefault)
  const id = String(edition.id)
  const form = formWords(words)
  if (edition.isDefault)
    return (
      <section className="ruled">
        <h2>{words('site.editions.state')}</h2>
        <p>{words('site.editions.defaultStaysOn')}</p>
      </section>
    )
  const isFixed = edition.publishedCount > 0 || (standing?.publishedCount ?? 0) > 0
  const name = languageName(standing?.locale ?? edition.locale)
  return (
    <section className="ruled">
      <h2>{words('site.editions.state')}</h2>
      {edition.isOff ? (
        <>
          <p>{words('site.editions.switchOnText')}</p>
          <ActionForm
            {...{ id: 'on', action: turnEditionOn, submit: words('site.editions.switchOn'), words: form }}
            hidden={{ id }}
            fields={[]}
          />
        </>
      ) : (
        <ConfirmAct
          id="off"
          action={turnEditionOff}
          ask={words('site.editions.switchOff')}
          title={words('site.editions.switchOffTitle', { name: languageName(edition.locale) })}
          consequences={[
            words('site.editions.switchOffText', { count: edition.publishedCount }),
            words('site.editions.switchOffBack'),
          ]}
          submit={words('site.editions.switchOffSubmit')}
          close={words('shell.form.close')}
          hidden={{ id, count: String(edition.publishedCount) }}
          words={form}
        />
      )}
      {mayChangeDefault && !edition.isOff && (
        <>
          <h3>{words('site.editions.isDefault')}</h3>
          <p>{words(isFixed ? 'site.editions.defaultFixed' : 'site.editions.makeDefaultText', { name })}</p>
          {!isFixed && (
            <ActionForm
              {...{ id: 'default', action: makeDefaultEdition, kind: 'danger', words: form }}
              submit={words('site.editions.makeDefault')}
              hidden={{ id }}
              fields={[]}
            />
          )}
        </>
      )}
    </section>
  )
}
