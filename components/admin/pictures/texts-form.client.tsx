'use client'

import { useActionState } from 'react'
import { errorsOf, type FormState, idle, typedValue } from '#lib/domain/form-state.ts'
import { pictureLimits } from '#lib/input/picture-forms.ts'
import { Field, TextArea } from '../ui/field.tsx'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'

type Labels = Readonly<Record<'alt' | 'altHint' | 'caption' | 'captionHint' | 'credit' | 'creditHint' | 'save', string>>

type Props = {
  readonly picture: { readonly id: number; readonly version: number }
  readonly locale: string
  readonly stored: { readonly alt: string; readonly caption: string; readonly credit: string }
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly labels: Labels
  readonly form: { readonly working: string; readonly problems: string }
}

/** Description, caption and credit in one language. */
export function TextsForm({ picture, locale, stored, action, labels, form }: Props) {
  const [state, send] = useActionState(useAnswered(action), idle)
  const idOf = (field: string) => `texts-${locale}-${field}`
  const value = (field: keyof typeof stored) => typedValue(state, field, stored[field])
  return (
    <form className="form" action={send} id={`texts-${locale}`}>
      <FormErrors state={state} title={form.problems} labels={labels} idOf={idOf} />
      <input type="hidden" name="id" value={picture.id} />
      <input type="hidden" name="version" value={picture.version} />
      <input type="hidden" name="locale" value={locale} />
      <div className="form">
        <TextArea
          name="alt"
          id={idOf('alt')}
          label={labels.alt}
          hint={labels.altHint}
          value={value('alt')}
          maxLength={pictureLimits.alt}
          rows={3}
          errors={errorsOf(state, 'alt')}
        />
        <TextArea
          name="caption"
          id={idOf('caption')}
          label={labels.caption}
          hint={labels.captionHint}
          value={value('caption')}
          maxLength={pictureLimits.caption}
          rows={3}
          errors={errorsOf(state, 'caption')}
        />
        <Field
          name="credit"
          id={idOf('credit')}
          label={labels.credit}
          hint={labels.creditHint}
          value={value('credit')}
          maxLength={pictureLimits.credit}
          errors={errorsOf(state, 'credit')}
        />
      </div>
      <div className="row">
        <SubmitButton working={form.working}>{labels.save}</SubmitButton>
        <p className="said" role="status">
          {state.kind === 'done' ? state.message : ''}
        </p>
      </div>
    </form>
  )
}
