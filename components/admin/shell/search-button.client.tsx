'use client'

/** Fired by the search button; whatever offers search (⌘K) listens on the document. */
export const openSearchEvent = 'masthead:search'

export function SearchButton({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <button
      type="button"
      className="button quiet search-button"
      aria-label={label}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => document.dispatchEvent(new CustomEvent(openSearchEvent))}
    >
      <span>{hint}</span>
      <kbd>⌘K</kbd>
    </button>
  )
}
