import type { Editor } from '@tiptap/core'
import { type FormEvent, useId, useState } from 'react'
import type { FoundArticle } from '#lib/domain/writing/editor/lookups.ts'
import { cleanHref } from '#lib/domain/writing/editor/paste/clean-href.ts'
import { useSetting } from '../setting.ts'
import { useFound } from '../use-found.ts'
import { EditorDialog } from './editor-dialog.tsx'

/** One field for both: words find articles of this edition, an address links to another site. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { words, lookups, articleId } = useSetting()
  const id = useId()
  const current = String(editor.getAttributes('link').href ?? '')
  const isLinked = editor.isActive('link') || editor.isActive('articleLink')
  const [text, setText] = useState(current || selectedText(editor))
  const [problem, setProblem] = useState('')
  const isAddress = /^(https?:|mailto:|www\.|\/)|^[^\s@]+@[^\s@]+\.[^\s@]+$|^[^\s/]+\.[a-z]{2,}(\/|$)/i.test(
    text.trim(),
  )
  const found = useFound(isAddress ? '' : text, (text) => lookups.findArticles({ articleId, text }))
  const link = (mark: 'link' | 'articleLink', attrs: Record<string, unknown>, label: string) => {
    onClose()
    const chain = editor.chain().extendMarkRange('link').extendMarkRange('articleLink')
    if (editor.state.selection.empty && !isLinked)
      chain.insertContent({ type: 'text', text: label, marks: [{ type: mark, attrs }] }).run()
    else chain.setMark(mark, attrs).run()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const href = cleanHref(withScheme(text.trim()))
    if (!href) return setProblem(words('link.bad'))
    link('link', { href }, href.replace(/^(https?:\/\/|mailto:)/, ''))
  }
  const unlink = () => {
    onClose()
    editor
      .chain()
      .extendMarkRange('link')
      .unsetMark('link')
      .extendMarkRange('articleLink')
      .unsetMark('articleLink')
      .run()
  }
  return (
    <EditorDialog title={words('link.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <label htmlFor={id}>{words('link.field')}</label>
        <input
          id={id}
          value={text}
          dir="auto"
          autoComplete="off"
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== ''}
          onChange={(event) => {
            setText(event.target.value)
            setProblem('')
          }}
        />
        <p id={`${id}-hint`} className="hint">
          {words('link.hint')}
        </p>
        <p id={`${id}-problem`} className="wrong" role="alert">
          {problem}
        </p>
        <div className="row">
          <button type="submit" className="button primary">
            {words('link.set')}
          </button>
          {isLinked && (
            <button type="button" className="button" onClick={unlink}>
              {words('link.remove')}
            </button>
          )}
        </div>
      </form>
      <p role="status" className="hint">
        {found.kind === 'found'
          ? words('link.found', { count: found.items.length })
          : found.kind === 'failed'
            ? words('lookup.failed')
            : ''}
      </p>
      <ul className="choices">
        {(found.kind === 'found' ? found.items : []).map((article) => (
          <li key={article.id}>
            <button type="button" onClick={() => link('articleLink', { articleId: article.id }, article.headline)}>
              <span dir="auto">{article.headline}</span>
              <small>{factsOf(article)}</small>
            </button>
          </li>
        ))}
      </ul>
    </EditorDialog>
  )

  function factsOf({ blogName, state, publishedAt }: FoundArticle): string {
    return [blogName, publishedAt ? publishedAt.slice(0, 10) : words(`state.${state}`)].join(' · ')
  }
}

function selectedText(editor: Editor): string {
  const { from, to } = editor.state.selection
  return editor.state.doc.textBetween(from, to, ' ').slice(0, 80)
}

function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('/')) return text
  return /^[^\s@/]+@[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`
}
