import { Extension } from '@tiptap/core'
import { DOMSerializer, Fragment, Node, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blocksFromHtml } from '#lib/domain/writing/editor/paste/blocks-from-html.ts'
import { linesFromText } from '#lib/domain/writing/editor/paste/pasted-lines.ts'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import { asCells, pasteInCell } from './paste-in-cell.ts'
import { isInTable } from './tables.ts'

type Setting = {
  /** Pictures of another page stay there: they need a file, words and rights, which the media library asks for. */
  readonly onPicturesLeftOut: (count: number) => void
  /** Files come in by way of the library. */
  readonly onPictures: ((files: readonly File[]) => void) | null | undefined
  /** Elsewhere what is copied from an article comes as it would read if all were accepted. */
  readonly takesSuggestions: boolean
}

/** What comes from other programs is read as blocks of ours before ProseMirror sees it; what was copied here comes back whole. */
export const Pasting = Extension.create<Setting>({
  name: 'pasting',
  addOptions: () => ({ onPicturesLeftOut: () => undefined, onPictures: null, takesSuggestions: false }),
  addProseMirrorPlugins() {
    const { schema } = this.editor
    const { onPicturesLeftOut, onPictures, takesSuggestions } = this.options
    const filesOf = (data: DataTransfer | null) => (data && data.getData('text/html') === '' ? [...data.files] : [])
    const takeFiles = (view: EditorView, event: Event, data: DataTransfer | null) => {
      const files = filesOf(data)
      if (files.length === 0) return false
      event.preventDefault()
      if (!onPictures) onPicturesLeftOut(files.length)
      else {
        if (event instanceof MouseEvent) caretAt(view, event)
        onPictures(files)
      }
      return true
    }
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            if (/<[^>]+\sdata-pm-slice=/.test(html)) return takesSuggestions ? html : withoutSuggestions(html)
            const { blocks, droppedPictures } = blocksFromHtml(new DOMParser().parseFromString(html, 'text/html'))
            if (droppedPictures > 0) onPicturesLeftOut(droppedPictures)
            if (blocks.length === 0) return ''
            const content = Node.fromJSON(schema, toDocument(blocks)).content
            const holder = document.createElement('div')
            holder.append(DOMSerializer.fromSchema(schema).serializeFragment(content))
            return holder.innerHTML
          },
          transformPasted: (slice, view) => (isInTable(view.state) ? asCells(slice) : slice),
          handlePaste: (view, event, slice) =>
            takeFiles(view, event, event.clipboardData) || pasteInCell(slice)(view.state, view.dispatch, view),
          clipboardTextParser: (text, $context) => {
            const marks = $context.marks()
            const paragraphs = linesFromText(text).map((line) =>
              schema.nodes.paragraph?.create(null, schema.text(line, marks)),
            )
            return Slice.maxOpen(Fragment.from(paragraphs.filter((one) => one !== undefined)))
          },
          handleDrop: (view, event, _, isOwn) => !isOwn && takeFiles(view, event, event.dataTransfer),
        },
      }),
    ]
  },
})

function withoutSuggestions(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('del[data-suggestion], [data-flag="deletion"]')) element.remove()
  for (const element of body.querySelectorAll('[data-suggestion]')) element.removeAttribute('data-suggestion')
  return body.innerHTML
}

/** What is dropped comes where it was dropped. */
function caretAt(view: EditorView, { clientX, clientY }: MouseEvent): void {
  const place = view.posAtCoords({ left: clientX, top: clientY })
  if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
}
