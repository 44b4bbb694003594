'use client'

import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { type EditorMessages, editorWords } from '#lib/i18n/admin/editor/words.ts'
import type { BodyHandle } from '../editor/body/body-editor.tsx'
import { type EditedEdition, type EditorSetting, EditorSettingContext } from '../editor/setting.ts'
import { ActionForm, type FormField } from '../ui/action-form.client.tsx'
import '../editor/editor.css'

const BodyEditor = lazy(async () => ({ default: (await import('../editor/body/body-editor.tsx')).BodyEditor }))

type Props = {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly fields: readonly FormField[]
  readonly hidden: Readonly<Record<string, string>>
  readonly submit: string
  readonly words: { readonly working: string; readonly problems: string }
  readonly title: string
  readonly hint?: string
  readonly body: Body
  readonly edition: EditedEdition
  readonly locale: string
  readonly messages: EditorMessages
}

const formId = 'section'

/**
 * A text that is no article, in the article's editor, and the fields around it. The editor stands beside the form, not in it: its
 * dialogs are forms of their own.
 */
export function SectionForm({ title, hint, body: stored, edition, locale, messages, ...form }: Props) {
  const [body, setBody] = useState(stored)
  const [told, setTold] = useState('')
  const handle = useRef<BodyHandle>(null)
  const setting = useMemo<EditorSetting>(
    () => ({
      ...{
        words: editorWords(locale, messages),
        articleId: 0,
        edition,
        origin: '',
        tell: setTold,
        library: null,
        suggester: null,
      },
      lookups: { findArticles: async () => [] },
      pictures: new Map(),
    }),
    [locale, messages, edition],
  )
  return (
    <EditorSettingContext value={setting}>
      <div className="stack">
        <section className="pane" aria-labelledby="section-text">
          <h2 id="section-text">{title}</h2>
          {hint && <p className="hint">{hint}</p>}
          <Suspense fallback={<p className="hint">{setting.words('body.loading')}</p>}>
            <BodyEditor
              ref={handle}
              body={stored}
              label={title}
              isReadOnly={false}
              onChange={(text) => setBody(rejectAll(text))}
            />
          </Suspense>
          <p className="hint" role="status">
            {told}
          </p>
        </section>
        <ActionForm {...form} id={formId}>
          <input type="hidden" name="body" value={JSON.stringify(body)} />
        </ActionForm>
      </div>
    </EditorSettingContext>
  )
}
