import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.client.tsx'
import { useSetting } from '../setting.ts'

/** A question in front of the text, open as long as it stands. */
export function EditorDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { words } = useSetting()
  return (
    <Dialog isOpen title={title} closeLabel={words('dialog.close')} onClose={onClose}>
      <div className="editor-dialog">{children}</div>
    </Dialog>
  )
}
