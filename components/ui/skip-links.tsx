type Target = { readonly id: string; readonly text: string }

/** First in tab order. Each target carries `tabIndex={-1}`, so that a link moves the focus and not only the view. */
export function SkipLinks({ targets }: { readonly targets: readonly Target[] }) {
  return targets.map((target) => (
    <a key={target.id} className="skip" href={`#${target.id}`}>
      {target.text}
    </a>
  ))
}
