/** One line of the report. */
export type Row = {
  readonly what: string
  readonly measured: string
  readonly budget: string
  /** How far the measured value is beyond the budget, as a share of it; 0 or less is met, null is not judged. */
  readonly excess: number | null
}

type Judged = { readonly what: string; readonly value: number; readonly show: (value: number) => string }

export function atMost(row: Judged & { readonly most: number }): Row {
  const excess = (row.value - row.most) / row.most
  return { what: row.what, measured: row.show(row.value), budget: `≤ ${row.show(row.most)}`, excess }
}

export function atLeast(row: Judged & { readonly least: number }): Row {
  const excess = (row.least - row.value) / row.least
  return { what: row.what, measured: row.show(row.value), budget: `≥ ${row.show(row.least)}`, excess }
}

export function said(what: string, measured: string): Row {
  return { what, measured, budget: '', excess: null }
}

/** Markdown, aligned so that it reads in a terminal too. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['what', 'measured', 'budget', 'met'],
    ...rows.map(({ what, measured, budget, excess }) => [what, measured, budget, verdict(excess)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  text.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return text.join('\n')
}

function verdict(excess: number | null): string {
  if (excess === null) return ''
  if (excess <= 0) return 'yes'
  // A value that could not be measured has missed its budget.
  return Number.isFinite(excess) ? `no, by ${Math.max(1, Math.round(excess * 100))} %` : 'no'
}

export const times = (value: number) => `${value.toFixed(2)} ×`
export const milliseconds = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const kilobytes = (value: number) => `${(value / 1024).toFixed(1)} KB`
export const megabytes = (value: number) => `${Math.round(value / 1024 / 1024)} MB`
export const count = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))
export const seconds = (value: number) => `${value.toFixed(1)} s`
