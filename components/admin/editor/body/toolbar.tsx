import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import { kindAt, moveBlock, removeBlock, turnInto } from '../commands/blocks.ts'
import { useSetting } from '../setting.ts'
import { act } from './blocks.ts'
import type { Asking } from './body-editor.tsx'
import { TableTools } from './table-tools.tsx'

/** What can be done at the caret. One stop of the Tab key; arrows go from button to button, Escape back to the text. */
export function Toolbar({ editor, onAsk }: { readonly editor: Editor; readonly onAsk: (asking: Asking) => void }) {
  const { words } = useSetting()
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      kind: kindAt(editor.state),
      atom: editor.state.selection instanceof NodeSelection ? editor.state.selection.node.type.name : null,
      isWide: editor.state.selection instanceof NodeSelection && editor.state.selection.node.attrs.size === 'wide',
      isStrong: editor.isActive('strong'),
      isEmphasis: editor.isActive('emphasis'),
      isLink: editor.isActive('link') || editor.isActive('articleLink'),
      isLanguage: editor.isActive('language'),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  })
  const toggle = (label: string, isOn: boolean, keys: string, run: () => void) => (
    <button type="button" aria-pressed={isOn} title={keys} onClick={run} tabIndex={-1}>
      {label}
    </button>
  )
  const tool = (label: string, keys: string, run: () => void, isOff = false) => (
    <button type="button" title={keys} aria-disabled={isOff} onClick={() => !isOff && run()} tabIndex={-1}>
      {label}
    </button>
  )
  const onFigure = state.atom === 'figure'
  return (
    <div
      role="toolbar"
      aria-label={words('toolbar.label')}
      className="toolbar"
      onKeyDown={(event) => moveFocus(event, editor)}
      ref={keepOneStop}
    >
      {tool(words('toolbar.block'), 'Ctrl+/', () => onAsk('block'))}
      {toggle(words('toolbar.strong'), state.isStrong, 'Ctrl+B', () =>
        editor.chain().focus().toggleMark('strong').run(),
      )}
      {toggle(words('toolbar.emphasis'), state.isEmphasis, 'Ctrl+I', () =>
        editor.chain().focus().toggleMark('emphasis').run(),
      )}
      {toggle(words('toolbar.link'), state.isLink, 'Ctrl+K', () => onAsk('link'))}
      {toggle(words('toolbar.language'), state.isLanguage, 'Ctrl+Shift+L', () => onAsk('language'))}
      {toggle(words('block.crosshead'), state.kind === 'crosshead', 'Ctrl+Alt+2', () =>
        act(editor, turnInto('crosshead')),
      )}
      {toggle(words('block.list'), state.kind === 'list', 'Ctrl+Shift+8', () => act(editor, turnInto('list')))}
      {toggle(words('block.quotation'), state.kind === 'quotation', 'Ctrl+Shift+9', () =>
        act(editor, turnInto('quotation')),
      )}
      {tool(words('toolbar.undo'), 'Ctrl+Z', () => editor.chain().focus().undo().run(), !state.canUndo)}
      {tool(words('toolbar.redo'), 'Ctrl+Shift+Z', () => editor.chain().focus().redo().run(), !state.canRedo)}
      {tool(words('toolbar.up'), 'Alt+Shift+↑', () => act(editor, moveBlock(-1)))}
      {tool(words('toolbar.down'), 'Alt+Shift+↓', () => act(editor, moveBlock(1)))}
      {tool(words('toolbar.remove'), 'Ctrl+Shift+⌫', () => act(editor, removeBlock))}
      {onFigure && tool(words('toolbar.changePicture'), '', () => onAsk('picture'))}
      {onFigure && tool(words('toolbar.pictureWords'), '', () => onAsk('figure-words'))}
      {onFigure &&
        toggle(words('toolbar.wide'), state.isWide, '', () =>
          editor
            .chain()
            .updateAttributes('figure', { size: state.isWide ? 'text' : 'wide' })
            .focus()
            .run(),
        )}
      {state.atom === 'embed' && tool(words('toolbar.changeEmbed'), '', () => onAsk('embed'))}
      <TableTools editor={editor} toggle={toggle} tool={tool} />
    </div>
  )
}

/** The buttons come and go: whichever is first is the one that Tab stops at. */
function keepOneStop(toolbar: HTMLElement | null): void {
  toolbar?.querySelector('button')?.setAttribute('tabindex', '0')
}

function moveFocus(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: isRtl ? at - 1 : at + 1,
    ArrowLeft: isRtl ? at + 1 : at - 1,
    Home: 0,
    End: buttons.length - 1,
  }
  const next = steps[event.key]
  if (event.key === 'Escape') editor.commands.focus()
  else if (next === undefined) return
  else buttons[(next + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
