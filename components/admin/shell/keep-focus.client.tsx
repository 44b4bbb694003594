'use client'

import { useEffect } from 'react'

/** What can have the focus without being a control: a part of the page that has a name. */
const places = 'section, article, form, dialog, main'

/**
 * A button that is pressed may be gone when the answer comes: the step is taken, the row removed, the page another. Browsers drop the
 * focus then to the top of the page. Here it goes to the nearest part of the page that is left, so that the next Tab goes on from
 * there (WCAG 2.4.3).
 */
export function KeepFocus() {
  useEffect(() => {
    let path: readonly Element[] = []
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? pathOf(target) : []
    }
    const rescue = () => {
      if (path[0]?.isConnected !== false || document.activeElement !== document.body) return
      const place = path.find((one) => one.isConnected && one.matches(places))
      path = []
      if (!(place instanceof HTMLElement)) return
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1
      place.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(rescue)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
  return null
}

function pathOf(element: Element): readonly Element[] {
  return element.parentElement ? [element, ...pathOf(element.parentElement)] : [element]
}
