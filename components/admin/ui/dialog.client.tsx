'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  readonly isOpen: boolean
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: the browser holds the focus inside, Escape closes, and the focus goes back to where it was. */
export function Dialog({ isOpen, title, closeLabel, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (isOpen && !dialog?.open) dialog?.showModal()
    if (!isOpen && dialog?.open) dialog.close()
  }, [isOpen])
  return (
    <dialog className="dialog" ref={element} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button quiet" onClick={() => element.current?.close()} aria-label={closeLabel}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {isOpen && children}
    </dialog>
  )
}
