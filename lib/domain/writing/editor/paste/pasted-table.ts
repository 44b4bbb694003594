import type { Inline, Table } from '#lib/domain/text/body.ts'
import { unwritten } from '../document.ts'
import { attribute, childrenOf, nameOf, type PastedNode } from './pasted-node.ts'

/** More columns than a body takes (lib/input/articles/body/body.ts) are cut: a spreadsheet is no table for readers. */
export const mostColumns = 24
export const mostRows = 1000

/**
 * A pasted table as ours: a plain grid whose first row is its head. A cell over several columns or rows stands once, and empty cells
 * beside it. Null for one that only lays out a page: a single row or a single column of cells.
 */
export function pastedTable(table: PastedNode, read: (cell: PastedNode) => Inline): Table | null {
  const grid = gridOf(rowsOf(table), read)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  if (grid.length < 2 || columns < 2) return null
  const [head = [], ...rows] = grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? []))
  const caption = childrenOf(table).find((node) => nameOf(node) === 'caption')
  return {
    kind: 'table',
    caption:
      (caption &&
        read(caption)
          .map(({ text }) => text)
          .join('')) ||
      unwritten,
    ...{ head, rows, hasRowHeads: hasRowHeads(table) },
    numericColumns: head.flatMap((_, column) => (isNumeric(rows.map((row) => row[column] ?? [])) ? [column] : [])),
  }
}

function gridOf(rows: readonly PastedNode[], read: (cell: PastedNode) => Inline): Inline[][] {
  const grid: Inline[][] = rows.slice(0, mostRows + 1).map(() => [])
  rows.slice(0, mostRows + 1).forEach((row, y) => {
    let x = 0
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x]) x++
      for (let down = 0; down < spanOf(cell, 'rowspan') && grid[y + down]; down++)
        for (let over = 0; over < spanOf(cell, 'colspan') && x + over < mostColumns; over++) {
          const target = grid[y + down]
          if (target) target[x + over] = down === 0 && over === 0 ? read(cell) : []
        }
    }
  })
  return grid
}

function rowsOf(table: PastedNode): readonly PastedNode[] {
  return childrenOf(table).flatMap((node) => {
    const name = nameOf(node)
    if (name === 'tr') return [node]
    return name === 'thead' || name === 'tbody' || name === 'tfoot' ? rowsOf(node) : []
  })
}

function cellsOf(row: PastedNode): readonly PastedNode[] {
  return childrenOf(row).filter((node) => ['td', 'th'].includes(nameOf(node)))
}

function spanOf(cell: PastedNode, name: string): number {
  return Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), mostRows)
}

function hasRowHeads(table: PastedNode): boolean {
  const body = rowsOf(table).slice(1)
  return body.length > 0 && body.every((row) => nameOf(cellsOf(row)[0] ?? row) === 'th')
}

function isNumeric(cells: readonly Inline[]): boolean {
  const texts = cells
    .map((cell) =>
      cell
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .filter(Boolean)
  return (
    texts.length > 0 &&
    texts.every((text) => /^[-−+~≈]?\p{Sc}?\s?\p{Nd}[\p{Nd}.,٫٬\s\u00a0]*\s?[%٪\p{Sc}]?$/u.test(text))
  )
}
