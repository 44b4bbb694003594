'use client'

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

type Props = {
  readonly isOpen: boolean
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What one types into: the reason why most dialogs are opened. */
const typed =
  ':is(input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea, select):not(:disabled)'

/**
 * A modal dialog: the browser holds the focus inside, Escape closes, and the focus goes back to where it was. It begins in the
 * first field, and where there is none on the button that closes.
 */
export function Dialog({ isOpen, title, closeLabel, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before React takes it out of the page: only a dialog that is closed in the page gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    if (!dialog.open) dialog.showModal()
    dialog.querySelector<HTMLElement>(typed)?.focus()
    return () => dialog.close()
  }, [isOpen])
  return (
    // Escape is answered when it is pressed: the browser tells of a dialog that it closed a moment later, and keys come between.
    <dialog
      className="dialog"
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={onClose}
    >
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
