import type { Inline, Table } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { InlineText } from './inline-text.tsx'

/** Wide tables scroll inside a region of their own, which the keyboard can reach (WCAG 2.1.1) and speech can name. */
export function TableView({ block, setting }: { readonly block: Table; readonly setting: BlockSetting }) {
  const alignment = (column: number) => (block.numericColumns.includes(column) ? 'number' : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region without a focus can't be scrolled by keyboard.
    <section className="scroll" aria-label={block.caption} tabIndex={0}>
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells never move; the server renders them once.
              <th key={column} scope="col" className={alignment(column)}>
                <InlineText content={cell} setting={setting} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move; the server renders them once.
            <tr key={position}>{row.map((cell, column) => cellOf(cell, column))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )

  function cellOf(cell: Inline, column: number) {
    const text = <InlineText content={cell} setting={setting} />
    if (column === 0 && block.hasRowHeads)
      return (
        <th key={column} scope="row">
          {text}
        </th>
      )
    return (
      <td key={column} className={alignment(column)}>
        {text}
      </td>
    )
  }
}
