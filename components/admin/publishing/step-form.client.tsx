'use client'

import { unstable_rethrow } from 'next/navigation'
import { useContext } from 'react'
import { type FormState, refused } from '#lib/domain/form-state.ts'
import { SavingContext } from '../saving/saving.ts'
import { ActionForm, type FormField } from '../ui/action-form.client.tsx'
import type { ButtonKind } from '../ui/button.tsx'

export type StepAction = (state: FormState, form: FormData) => Promise<FormState>

type Props = {
  readonly id: string
  readonly action: StepAction
  readonly articleId: number
  /** The version that the page was made from; the editor may be further. */
  readonly version: number
  readonly fields: readonly FormField[]
  readonly submit: string
  readonly kind?: ButtonKind
  readonly words: {
    readonly working: string
    readonly problems: string
    readonly notSaved: string
    readonly unanswered: string
  }
}

/** A step of publishing: what was typed so far becomes a revision first, and the step is about that one. */
export function StepForm({ id, action, articleId, version, fields, submit, kind, words }: Props) {
  const saving = useContext(SavingContext)
  const saveAndSend: StepAction = async (state, form) => {
    if (!saving) return action(state, form)
    const ask = (version: number) => {
      form.set('version', String(version))
      return action(state, form)
    }
    try {
      return (await saving.takeStep(id, ask)) ?? refused('not-saved', words.notSaved)
    } catch (error) {
      // Ways to another page pass; a cut line must not take the text from the screen.
      unstable_rethrow(error)
      return refused('unanswered', words.unanswered)
    }
  }
  return (
    <ActionForm
      id={id}
      action={saveAndSend}
      hidden={{ articleId: String(articleId), version: String(version) }}
      fields={fields}
      submit={submit}
      kind={kind}
      words={words}
      isOver={Boolean(saving?.lastStep) && saving?.lastStep !== id}
    />
  )
}
