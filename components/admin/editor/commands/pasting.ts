import { Extension } from '@tiptap/core'
import { DOMSerializer, Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { blocksFromHtml } from '#lib/domain/editor/paste/blocks-from-html.ts'
import { toDocument } from '#lib/domain/editor/to-document.ts'

type Setting = {
  /** Pictures can't come by paste: they need words and rights, which the media library asks for. */
  readonly onPicturesLeftOut: (count: number) => void
}

/** What comes from other programs is read as blocks of ours before ProseMirror sees it; what was copied here comes back whole. */
export const Pasting = Extension.create<Setting>({
  name: 'pasting',
  addOptions: () => ({ onPicturesLeftOut: () => undefined }),
  addProseMirrorPlugins() {
    const { schema } = this.editor
    const { onPicturesLeftOut } = this.options
    const filesOf = (data: DataTransfer | null) =>
      data && data.files.length > 0 && data.getData('text/html') === '' ? data.files.length : 0
    const refuseFiles = (event: Event, data: DataTransfer | null) => {
      const count = filesOf(data)
      if (count === 0) return false
      event.preventDefault()
      onPicturesLeftOut(count)
      return true
    }
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            if (/<[^>]+\sdata-pm-slice=/.test(html)) return html
            const { blocks, droppedPictures } = blocksFromHtml(new DOMParser().parseFromString(html, 'text/html'))
            if (droppedPictures > 0) onPicturesLeftOut(droppedPictures)
            if (blocks.length === 0) return ''
            const content = Node.fromJSON(schema, toDocument(blocks)).content
            const holder = document.createElement('div')
            holder.append(DOMSerializer.fromSchema(schema).serializeFragment(content))
            return holder.innerHTML
          },
          handlePaste: (_, event) => refuseFiles(event, event.clipboardData),
          handleDrop: (_, event, __, isOwn) => !isOwn && refuseFiles(event, event.dataTransfer),
        },
      }),
    ]
  },
})
