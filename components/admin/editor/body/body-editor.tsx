import { type Editor, EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DocNode } from '#lib/domain/writing/editor/document.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { countSuggestions } from '#lib/domain/writing/suggesting/suggestions-of.ts'
import { editorExtensions } from '../commands/extensions.ts'
import { useSetting } from '../setting.ts'
import { nameOf, saySuggestion } from '../suggesting/panel/say-suggestion.ts'
import { SuggestionBar } from '../suggesting/panel/suggestion-bar.tsx'
import { toSuggestion } from '../suggesting/places.ts'
import { setSuggesting, settling, textToKeep } from '../suggesting/suggesting.ts'
import type { SuggestMode } from '../suggesting/use-suggest-mode.ts'
import { BlockMenu } from './block-menu.tsx'
import { drawAtom } from './draw-atom.ts'
import { EmbedDialog } from './embed-dialog.tsx'
import { FigureWordsDialog } from './figure-words-dialog.tsx'
import { LanguageDialog } from './language-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { FigureDialog } from './picture-dialog.tsx'
import { placeholdersOf } from './placeholders.ts'
import { Toolbar } from './toolbar.tsx'
import './prosemirror.css'

export type Asking = 'block' | 'link' | 'language' | 'picture' | 'figure-words' | 'embed'

export type BodyHandle = {
  /** Selects the first place where these words stand. */
  readonly show: (words: string) => void
  /** Selects the first place of a suggestion. */
  readonly showSuggestion: (id: string) => void
  readonly settle: (ids: readonly string[], verdict: Verdict) => void
  readonly undo: () => void
}

export type BodyEditorProps = {
  readonly ref: Ref<BodyHandle>
  readonly body: SuggestedBody
  /** What the text is, when it is no article's. */
  readonly label?: string
  readonly isReadOnly: boolean
  /** Absent: nothing can be suggested here. */
  readonly suggest?: SuggestMode
  readonly onChange: (body: SuggestedBody) => void
}

/** The text of the article. Holds its own document: `body` is where it starts, `onChange` what it has become. */
export function BodyEditor({ ref, body, label, isReadOnly, suggest, onChange }: BodyEditorProps) {
  const setting = useSetting()
  const { words, edition, library, tell, suggester } = setting
  const [asking, setAsking] = useState<Asking | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const asked = useRef(setAsking)
  const changed = useRef(onChange)
  changed.current = onChange
  const toggled = useRef(suggest?.toggle)
  toggled.current = suggest?.toggle
  const settled = useRef<BodyHandle['settle']>(() => undefined)
  const extensions = useMemo(
    () =>
      editorExtensions({
        locale: edition.locale,
        draw: drawAtom(setting),
        placeholders: placeholdersOf(words),
        onPicturesLeftOut: (count) => tell(words('paste.pictures', { count })),
        onPictures:
          library?.bringer &&
          ((brought) => {
            setFiles(brought)
            asked.current('picture')
          }),
        says: (mark) => saySuggestion(mark, setting),
        suggesting: suggester && {
          by: suggester.by,
          onKept: ({ by }) => tell(words('suggesting.kept', { name: nameOf(by, setting) })),
          onRefused: () => tell(words('suggesting.marked')),
          onToggle: () => toggled.current?.(),
          onSettle: (id, verdict) => settled.current([id], verdict),
        },
      }),
    [edition, setting, words, library, tell, suggester],
  )
  const editor = useEditor({
    extensions,
    content: toDocument(body) as JSONContent,
    editable: !isReadOnly,
    immediatelyRender: false,
    // The policy of the admin pages refuses a style element: prosemirror.css has these rules.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        ...{
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label ?? words('body.label'),
          class: 'body-text',
        },
        ...{ lang: edition.locale, dir: edition.direction, spellcheck: 'true' },
      },
      handleKeyDown: (view, event) => {
        const asks = questionOf(event, view.state.selection.$from.parent)
        if (asks === 'toolbar')
          view.dom.closest('.body-editor')?.querySelector<HTMLElement>('[role=toolbar] button')?.focus()
        else if (asks) asked.current(asks)
        return asks !== null
      },
      handleDoubleClickOn: (_view, _position, node) => openAtom(node.type.name, asked.current),
    },
    onUpdate: ({ editor }) => changed.current(toBlocks(textToKeep(editor.state).toJSON() as DocNode)),
  })
  useEffect(() => {
    editor?.setEditable(!isReadOnly, false)
  }, [editor, isReadOnly])
  const isSuggesting = suggest?.isOn ?? false
  useEffect(() => {
    editor?.view.dispatch(setSuggesting(editor.state, isSuggesting))
  }, [editor, isSuggesting])
  const handle = useMemo(() => handleOf(editor), [editor])
  settled.current = handle.settle
  useImperativeHandle(ref, () => handle, [handle])
  if (!editor) return <p className="hint">{words('body.loading')}</p>
  // All at once: a letter that is typed after Enter or Escape already finds the caret in its place.
  const close = () => {
    flushSync(() => {
      setAsking(null)
      setFiles([])
    })
    editor.view.focus()
  }
  const dialog = { editor, onClose: close }
  const count = suggester ? countSuggestions(body) : 0
  return (
    <div className="body-editor">
      <div className="body-tools">
        {isReadOnly ? null : <Toolbar editor={editor} onAsk={setAsking} />}
        {(count > 0 || isSuggesting) && (
          <SuggestionBar
            {...{ editor, count, isReadOnly }}
            isOn={isSuggesting && !isReadOnly}
            onSettle={handle.settle}
          />
        )}
      </div>
      <EditorContent editor={editor} />
      {asking === 'block' && <BlockMenu {...dialog} onAsk={setAsking} />}
      {asking === 'link' && <LinkDialog {...dialog} />}
      {asking === 'language' && <LanguageDialog {...dialog} />}
      {asking === 'picture' && <FigureDialog {...dialog} files={files} />}
      {asking === 'figure-words' && <FigureWordsDialog {...dialog} />}
      {asking === 'embed' && <EmbedDialog {...dialog} />}
    </div>
  )
}

/** A text that is only read, for writing beside it. */
export function BodyReader({
  body,
  locale,
  direction,
  label,
}: {
  readonly body: SuggestedBody
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly label: string
}) {
  const setting = useSetting()
  const editor = useEditor({
    extensions: editorExtensions({
      locale,
      draw: drawAtom(setting),
      placeholders: {},
      onPicturesLeftOut: () => undefined,
      onPictures: null,
      says: (mark) => saySuggestion(mark, setting),
      suggesting: null,
    }),
    content: toDocument(body) as JSONContent,
    editable: false,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: { class: 'body-text', lang: locale, dir: direction, role: 'document', 'aria-label': label },
    },
  })
  return <EditorContent editor={editor} />
}

/** Which question a key asks: Ctrl+/ or a slash in an empty line for a block, Ctrl+K for a link, Alt+F10 for the toolbar. */
function questionOf(
  event: KeyboardEvent,
  parent: { readonly type: { readonly name: string }; readonly content: { readonly size: number } },
): Asking | 'toolbar' | null {
  const isMod = event.ctrlKey || event.metaKey
  if (event.altKey && event.key === 'F10') return 'toolbar'
  if (isMod && event.key === '/') return 'block'
  if (isMod && !event.shiftKey && event.key.toLowerCase() === 'k') return 'link'
  if (isMod && event.shiftKey && event.key.toLowerCase() === 'l') return 'language'
  const isEmptyLine = parent.type.name === 'paragraph' && parent.content.size === 0
  return event.key === '/' && isEmptyLine && !isMod && !event.isComposing ? 'block' : null
}

function openAtom(name: string, ask: (asking: Asking) => void): boolean {
  if (name !== 'figure' && name !== 'embed') return false
  ask(name === 'figure' ? 'picture' : 'embed')
  return true
}

function handleOf(editor: Editor | null): BodyHandle {
  return {
    show: (words) => editor && showWords(editor, words),
    showSuggestion: (id) => {
      const tr = editor && toSuggestion(editor.state, id)
      if (!tr) return
      editor.view.focus()
      editor.view.dispatch(tr)
    },
    settle: (ids, verdict) => {
      const tr = editor && settling(editor.state, ids, verdict)
      if (tr) editor.view.dispatch(tr)
    },
    undo: () => editor?.commands.undo(),
  }
}

function showWords(editor: Editor, words: string): void {
  const sought = words.replace(/…$/, '')
  let found: number | null = null
  editor.state.doc.descendants((node, position) => {
    if (found !== null || !node.isTextblock) return found === null
    const at = node.textContent.indexOf(sought)
    if (at >= 0) found = position + 1 + at
    return false
  })
  if (found === null) return
  editor
    .chain()
    .focus()
    .setTextSelection({ from: found, to: found + sought.length })
    .scrollIntoView()
    .run()
}
