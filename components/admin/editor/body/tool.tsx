/** Drawn in strokes on 24 by 24. Those in `turning` point along the line of writing. */
const paths = {
  block: 'M12 5v14M5 12h14',
  strong: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  emphasis: 'M11 5h6M7 19h6M14 5l-4 14',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c4 4 4 14 0 18M12 3c-4 4-4 14 0 18',
  crosshead: 'M6 5v14M18 5v14M6 12h12',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  quotation: 'M10 7H5v5h5zM10 12c0 3-1 4-3 5M19 7h-5v5h5zM19 12c0 3-1 4-3 5',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  redo: 'M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  suggest: 'M4 20h4L18.5 9.5l-4-4L4 16zM12.5 7.5l4 4M13 20h7',
  remove: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6',
  rowBelow: 'M4 4h16v7H4zM12 14v7M8.5 17.5h7',
  rowAbove: 'M4 13h16v7H4zM12 3v7M8.5 6.5h7',
  removeRow: 'M4 4h16v7H4zM8.5 17.5h7',
  columnAfter: 'M4 4h7v16H4zM17.5 8.5v7M14 12h7',
  columnBefore: 'M13 4h7v16h-7zM6.5 8.5v7M3 12h7',
  removeColumn: 'M4 4h7v16H4zM14 12h7',
  numbers: 'M9 4 7 20M17 4l-2 16M4 9h16M3 15h16',
  rowHeads: 'M4 4h16v16H4zM10 4v16M4 9.3h16M4 14.6h16M7 5v14',
} as const

const turning: readonly ToolSign[] = [
  'list',
  'quotation',
  'undo',
  'redo',
  'columnAfter',
  'columnBefore',
  'removeColumn',
  'rowHeads',
]

export type ToolSign = keyof typeof paths

type Props = {
  readonly label: string
  /** What does the same without the toolbar. */
  readonly keys?: string
  /** Stands in place of the label, which is then said and shown by the pointer. */
  readonly sign?: ToolSign
  /** For what is on or off. */
  readonly isOn?: boolean
  readonly isOff?: boolean
  readonly onPress: () => void
}

/** One button of the editor's toolbar. */
export function Tool({ label, keys = '', sign, isOn, isOff = false, onPress }: Props) {
  const hint = sign ? [label, keys && `(${keys})`].filter(Boolean).join(' ') : keys
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={isOff}
      title={hint || undefined}
      tabIndex={-1}
      onClick={() => !isOff && onPress()}
    >
      {sign ? <Sign name={sign} /> : label}
    </button>
  )
}

export function Sign({ name }: { readonly name: ToolSign }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={turning.includes(name) ? 'turning' : undefined}>
      <path d={paths[name]} />
    </svg>
  )
}
