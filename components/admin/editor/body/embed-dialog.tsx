import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { type FormEvent, useId, useState } from 'react'
import { insertBlock } from '../commands/blocks.ts'
import { useSetting } from '../setting.ts'
import { act } from './blocks.ts'
import { EditorDialog } from './editor-dialog.tsx'

const parts = ['url', 'provider', 'title', 'fallback'] as const
type Part = (typeof parts)[number]

/** Something of another site: readers get these words and a link, and load nothing by themselves. */
export function EmbedDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { words } = useSetting()
  const id = useId()
  const { selection } = editor.state
  const edited =
    selection instanceof NodeSelection && selection.node.type.name === 'embed' ? selection.node.attrs : null
  const [values, setValues] = useState<Record<Part, string>>({
    ...{ url: String(edited?.url ?? ''), provider: String(edited?.provider ?? '') },
    ...{ title: String(edited?.title ?? ''), fallback: String(edited?.fallback ?? '') },
  })
  const [wrong, setWrong] = useState<readonly Part[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWrong = parts.filter((part) => (part === 'url' ? !isHttps(values.url) : values[part].trim() === ''))
    setWrong(isWrong)
    if (isWrong[0]) return document.getElementById(`${id}-${isWrong[0]}`)?.focus()
    const attrs = { ...values, url: values.url.trim() }
    onClose()
    if (edited) editor.commands.updateAttributes('embed', attrs)
    else act(editor, insertBlock({ type: 'embed', attrs }))
  }
  const fill = (part: Part, value: string) =>
    setValues((before) => ({
      ...before,
      [part]: value,
      ...(part === 'url' && before.provider === providerOf(before.url) && { provider: providerOf(value) }),
    }))
  return (
    <EditorDialog title={words('embed.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {parts.map((part) => {
          const field = {
            id: `${id}-${part}`,
            value: values[part],
            'aria-invalid': wrong.includes(part),
            'aria-describedby': `${id}-${part}-note`,
          }
          return (
            <div key={part} className="field">
              <label htmlFor={field.id}>{words(part === 'title' ? 'embed.name' : `embed.${part}`)}</label>
              {part === 'fallback' ? (
                <textarea {...field} dir="auto" rows={3} onChange={(event) => fill(part, event.target.value)} />
              ) : (
                <input
                  {...field}
                  dir={part === 'url' ? 'ltr' : 'auto'}
                  onChange={(event) => fill(part, event.target.value)}
                />
              )}
              <p id={`${id}-${part}-note`} className={wrong.includes(part) ? 'wrong' : 'hint'}>
                {wrong.includes(part)
                  ? words(part === 'url' ? 'embed.badUrl' : 'embed.empty')
                  : part === 'fallback'
                    ? words('embed.fallbackHint')
                    : ''}
              </p>
            </div>
          )
        })}
        <button type="submit" className="button primary">
          {words('embed.set')}
        </button>
      </form>
    </EditorDialog>
  )
}

function isHttps(url: string): boolean {
  return URL.parse(url.trim())?.protocol === 'https:'
}

/** youtube.com → YouTube would be a guess: the host is a fact. */
function providerOf(url: string): string {
  return URL.parse(url.trim())?.hostname.replace(/^www\./, '') ?? ''
}
