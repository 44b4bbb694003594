'use client'

import { useActionState, useContext, useMemo } from 'react'
import { errorsOf, type FormState, idle, refused } from '#lib/domain/form-state.ts'
import { type PreviewMessages, previewWords } from '#lib/i18n/admin/publishing/previews/words.ts'
import { SavingContext } from '../saving/saving.ts'
import { CopyLink } from '../ui/copy-link.client.tsx'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { type Option, Select } from '../ui/select.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'

type Props = {
  readonly articleId: number
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly choices: readonly Option[]
  readonly locale: string
  readonly messages: PreviewMessages
  readonly form: { readonly working: string; readonly problems: string }
}

/** Makes a link to the newest text: what was typed so far becomes a revision first. */
export function PreviewForm({ articleId, action, choices, locale, messages, form: formWords }: Props) {
  const words = useMemo(() => previewWords(locale, messages), [locale, messages])
  const saving = useContext(SavingContext)
  const saveAndMake = async (state: FormState, form: FormData): Promise<FormState> => {
    const saved = saving?.hasNewText && !saving.isReadOnly ? await saving.saveNow() : null
    if (saved && saved.kind !== 'saved') return refused('not-saved', words('notSaved'))
    return action(state, form)
  }
  const [state, send] = useActionState(useAnswered(saveAndMake), idle)
  return (
    <form className="form" action={send} id="preview">
      <FormErrors state={state} title={formWords.problems} labels={{ hours: words('lifetime') }} />
      <input type="hidden" name="articleId" value={articleId} />
      <Select
        name="hours"
        id="preview-hours"
        label={words('lifetime')}
        options={choices}
        value="24"
        errors={errorsOf(state, 'hours')}
      />
      <SubmitButton working={formWords.working} kind="plain">
        {words('make')}
      </SubmitButton>
      <div role="status">{state.kind === 'done' && <p>{state.message}</p>}</div>
      {state.kind === 'done' && state.link && (
        <CopyLink
          key={state.link}
          link={state.link}
          words={{ copy: words('copy'), copied: words('copied'), copyFailed: words('copyFailed') }}
        />
      )}
    </form>
  )
}
