import type { Editor } from '@tiptap/core'
import { type FormEvent, useId, useState } from 'react'
import { useSetting } from '../setting.ts'
import { EditorDialog } from './editor-dialog.tsx'

/** Languages that this newsroom quotes most; any other by its tag. */
const usual = ['en', 'ky', 'ru', 'fa', 'kk', 'uz', 'tg', 'tr', 'ar', 'zh', 'de', 'fr']

/** Says which language a phrase is in, so that it is read aloud and broken into lines by its own rules. */
export function LanguageDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { words, edition } = useSetting()
  const id = useId()
  const [lang, setLang] = useState(String(editor.getAttributes('language').lang ?? ''))
  const [problem, setProblem] = useState('')
  const hasPhrase = !editor.state.selection.empty || editor.isActive('language')
  const name = (tag: string) =>
    new Intl.DisplayNames(edition.locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tag = canonical(lang)
    if (!tag) return setProblem(words('language.bad'))
    onClose()
    editor.chain().extendMarkRange('language').setMark('language', { lang: tag }).run()
  }
  return (
    <EditorDialog title={words('language.title')} onClose={onClose}>
      {hasPhrase ? (
        <form onSubmit={submit} noValidate>
          <label htmlFor={id}>{words('language.field')}</label>
          <input
            id={id}
            list={`${id}-usual`}
            value={lang}
            dir="ltr"
            autoComplete="off"
            aria-invalid={problem !== ''}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setLang(event.target.value)}
          />
          <datalist id={`${id}-usual`}>
            {usual.map((tag) => (
              <option key={tag} value={tag}>
                {name(tag)}
              </option>
            ))}
          </datalist>
          <p id={`${id}-problem`} className="wrong" role="alert">
            {problem}
          </p>
          <div className="row">
            <button type="submit" className="button primary">
              {words('language.set')}
            </button>
            {editor.isActive('language') && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  onClose()
                  editor.chain().extendMarkRange('language').unsetMark('language').run()
                }}
              >
                {words('language.remove')}
              </button>
            )}
          </div>
        </form>
      ) : (
        <p>{words('language.selectFirst')}</p>
      )}
    </EditorDialog>
  )
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? null
  } catch {
    return null
  }
}
