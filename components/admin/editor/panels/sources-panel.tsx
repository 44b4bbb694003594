import { useState } from 'react'
import type { Source } from '#lib/domain/article.ts'
import { cleanHref } from '#lib/domain/writing/editor/paste/clean-href.ts'
import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { Button } from '../../ui/button.tsx'
import { useSetting } from '../setting.ts'
import type { PanelProps } from './panel.ts'
import { TextField } from './text-field.tsx'

/** A source while it is typed: it joins the draft when it has a name and its address is one. */
type Row = { readonly key: number; readonly name: string; readonly href: string }

export function SourcesPanel({ draft, change }: PanelProps) {
  const { words } = useSetting()
  const [rows, setRows] = useState<readonly Row[]>(() =>
    draft.sources.map(({ name, href = '' }, key) => ({ key, name, href })),
  )
  const write = (next: readonly Row[]) => {
    setRows(next)
    change({ sources: next.flatMap(sourceOf) })
  }
  const type = (key: number, patch: Partial<Row>) =>
    write(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
  return (
    <>
      {rows.map((row, position) => {
        const number = position + 1
        const isBad = row.href !== '' && cleanHref(row.href) === null
        return (
          <div key={row.key} className="source">
            <TextField
              label={words('sources.name', { number })}
              value={row.name}
              onChange={(name) => type(row.key, { name })}
            />
            <TextField
              label={words('sources.href', { number })}
              dir="ltr"
              value={row.href}
              problem={isBad ? words('sources.bad') : undefined}
              onChange={(href) => type(row.key, { href: href.trim() })}
            />
            <Button
              type="button"
              kind="quiet"
              label={words('sources.remove', { number })}
              onPress={() => write(rows.filter((one) => one !== row))}
            >
              ×
            </Button>
          </div>
        )
      })}
      <Button
        type="button"
        onPress={() => setRows([...rows, { key: Math.max(0, ...rows.map(({ key }) => key + 1)), name: '', href: '' }])}
      >
        {words('sources.add')}
      </Button>
      <TextField
        label={words('sources.line')}
        hint={words('sources.lineHint')}
        maxLength={draftLimits.sourceLine}
        value={draft.sourceLine ?? ''}
        onChange={(line) => change({ sourceLine: line || null })}
      />
    </>
  )
}

function sourceOf({ name, href }: Row): readonly Source[] {
  if (name.trim() === '') return []
  const clean = href === '' ? null : cleanHref(href)
  return [clean ? { name, href: clean } : { name }]
}
