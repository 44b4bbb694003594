import type { ReactNode } from 'react'

export type Column = { readonly key: string; readonly title: string; readonly isNumber?: boolean }
export type Row = { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }

type Props = { readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }

/** Rows under headings; on a narrow page each row becomes a card and each cell names its column. The first cell heads its row. */
export function Table({ caption, columns, rows }: Props) {
  return (
    <table className="table">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.isNumber ? 'number' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {row.cells[column.key]}
                </th>
              ) : (
                <td key={column.key} data-title={column.title} className={column.isNumber ? 'number' : undefined}>
                  {row.cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
