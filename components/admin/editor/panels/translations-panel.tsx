import { useActionState, useId } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { OpenEdition, SiblingArticle } from '#lib/domain/writing/editor/lookups.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { SubmitButton } from '../../ui/submit-button.client.tsx'
import { useAnswered } from '../../ui/use-answered.ts'
import { useSetting } from '../setting.ts'

export type Translate = (state: FormState, form: FormData) => Promise<FormState>

/** The story in the other editions: how old they are, reading one beside the text, beginning another. */
export function TranslationsPanel({
  siblings,
  openEditions,
  translate,
  besideId,
  onBeside,
}: {
  readonly siblings: readonly SiblingArticle[]
  readonly openEditions: readonly OpenEdition[]
  readonly translate: Translate
  readonly besideId: number | null
  readonly onBeside: (id: number | null) => void
}) {
  const { words } = useSetting()
  return (
    <>
      {siblings.length === 0 && <p className="hint">{words('translations.none')}</p>}
      <ul className="siblings">
        {siblings.map((sibling) => (
          <li key={sibling.id}>
            <p>
              <strong>{sibling.editionName}</strong> · {words(`state.${sibling.state}`)}
              {sibling.isSource && ` · ${words('translations.source')}`}
            </p>
            <p lang={sibling.locale} dir="auto">
              {sibling.headline}
            </p>
            {sibling.age && (
              <Notice>
                {words(sibling.age === 'source-is-newer' ? 'translations.changed' : 'translations.older')}
              </Notice>
            )}
            <div className="row">
              <Button type="button" onPress={() => onBeside(besideId === sibling.id ? null : sibling.id)}>
                {besideId === sibling.id
                  ? words('translations.hide')
                  : words('translations.beside', { edition: sibling.editionName })}
              </Button>
              <ButtonLink kind="quiet" href={`/admin/articles/${sibling.id}`}>
                {words('translations.open')}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
      {openEditions.map((edition) => (
        <TranslateForm key={edition.id} edition={edition} translate={translate} />
      ))}
    </>
  )
}

function TranslateForm({ edition, translate }: { readonly edition: OpenEdition; readonly translate: Translate }) {
  const { words, articleId } = useSetting()
  const [state, send] = useActionState(useAnswered(translate), idle)
  const id = useId()
  return (
    <form action={send} className="translate">
      <input type="hidden" name="articleId" value={articleId} />
      <Select
        name="blogId"
        id={id}
        label={words('translations.blog', { edition: edition.name })}
        options={edition.blogs.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <SubmitButton kind="plain" working={words('translations.working')}>
        {words('translations.start', { edition: edition.name })}
      </SubmitButton>
      {state.kind === 'refused' && <Notice tone="bad">{state.refusal.message}</Notice>}
    </form>
  )
}
