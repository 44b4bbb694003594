import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import { kindAt, moveBlock, removeBlock, turnInto } from '../commands/blocks.ts'
import { useSetting } from '../setting.ts'
import { act } from './blocks.ts'
import type { Asking } from './body-editor.tsx'
import { TableTools } from './table-tools.tsx'
import { Tool } from './tool.tsx'

/** What can be done at the caret. One stop of the Tab key; arrows go from button to button, Escape back to the text. */
export function Toolbar({ editor, onAsk }: PartProps) {
  const { words } = useSetting()
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      atom: atomOf(editor),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  })
  return (
    <div
      role="toolbar"
      aria-label={words('toolbar.label')}
      className="toolbar"
      onKeyDown={(event) => moveFocus(event, editor)}
      ref={keepOneStop}
    >
      <Tool label={words('toolbar.block')} sign="block" keys="Ctrl+/" onPress={() => onAsk('block')} />
      {/* Nothing can be written in a picture: what is done with it stands where the tools of the text stood. */}
      {state.atom ? <AtomTools atom={state.atom} {...{ editor, onAsk }} /> : <TextTools {...{ editor, onAsk }} />}
      <Tool
        {...{ label: words('toolbar.undo'), sign: 'undo', keys: 'Ctrl+Z', isOff: !state.canUndo }}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <Tool
        {...{ label: words('toolbar.redo'), sign: 'redo', keys: 'Ctrl+Shift+Z', isOff: !state.canRedo }}
        onPress={() => editor.chain().focus().redo().run()}
      />
      <Tool
        {...{ label: words('toolbar.up'), sign: 'up', keys: 'Alt+Shift+↑' }}
        onPress={() => act(editor, moveBlock(-1))}
      />
      <Tool
        {...{ label: words('toolbar.down'), sign: 'down', keys: 'Alt+Shift+↓' }}
        onPress={() => act(editor, moveBlock(1))}
      />
      <Tool
        {...{ label: words('toolbar.remove'), sign: 'remove', keys: 'Ctrl+Shift+⌫' }}
        onPress={() => act(editor, removeBlock)}
      />
      <TableTools editor={editor} />
    </div>
  )
}

type PartProps = { readonly editor: Editor; readonly onAsk: (asking: Asking) => void }
type Atom = { readonly name: string; readonly isWide: boolean }

function TextTools({ editor, onAsk }: PartProps) {
  const { words } = useSetting()
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      kind: kindAt(editor.state),
      isStrong: editor.isActive('strong'),
      isEmphasis: editor.isActive('emphasis'),
      isLink: editor.isActive('link') || editor.isActive('articleLink'),
      isLanguage: editor.isActive('language'),
    }),
  })
  const mark = (name: 'strong' | 'emphasis') => editor.chain().focus().toggleMark(name).run()
  const kind = (name: 'crosshead' | 'list' | 'quotation') => ({
    ...{ label: words(`block.${name}`), sign: name, isOn: state.kind === name },
    onPress: () => act(editor, turnInto(name)),
  })
  return (
    <>
      <Tool
        {...{ label: words('toolbar.strong'), sign: 'strong', keys: 'Ctrl+B', isOn: state.isStrong }}
        onPress={() => mark('strong')}
      />
      <Tool
        {...{ label: words('toolbar.emphasis'), sign: 'emphasis', keys: 'Ctrl+I', isOn: state.isEmphasis }}
        onPress={() => mark('emphasis')}
      />
      <Tool
        {...{ label: words('toolbar.link'), sign: 'link', keys: 'Ctrl+K', isOn: state.isLink }}
        onPress={() => onAsk('link')}
      />
      <Tool
        {...{ label: words('toolbar.language'), sign: 'language', keys: 'Ctrl+Shift+L', isOn: state.isLanguage }}
        onPress={() => onAsk('language')}
      />
      <Tool {...kind('crosshead')} keys="Ctrl+Alt+2" />
      <Tool {...kind('list')} keys="Ctrl+Shift+8" />
      <Tool {...kind('quotation')} keys="Ctrl+Shift+9" />
    </>
  )
}

function AtomTools({ editor, onAsk, atom }: PartProps & { readonly atom: Atom }) {
  const { words } = useSetting()
  if (atom.name === 'embed') return <Tool label={words('toolbar.changeEmbed')} onPress={() => onAsk('embed')} />
  if (atom.name !== 'figure') return null
  const resize = () =>
    editor
      .chain()
      .updateAttributes('figure', { size: atom.isWide ? 'text' : 'wide' })
      .focus()
      .run()
  return (
    <>
      <Tool label={words('toolbar.changePicture')} onPress={() => onAsk('picture')} />
      <Tool label={words('toolbar.pictureWords')} onPress={() => onAsk('figure-words')} />
      <Tool label={words('toolbar.wide')} isOn={atom.isWide} onPress={resize} />
    </>
  )
}

/** The block that is chosen as a whole and that nothing can be written in. */
function atomOf({ state: { selection } }: Editor): Atom | null {
  if (!(selection instanceof NodeSelection) || !selection.node.isAtom) return null
  return { name: selection.node.type.name, isWide: selection.node.attrs.size === 'wide' }
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
