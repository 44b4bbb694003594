import { Button } from '#components/admin/ui/button.tsx'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

type Line = {
  readonly number: number
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  readonly wordCount: number
  readonly headline: string
  readonly isShown: boolean
}

type Props = {
  readonly revisions: readonly Line[]
  readonly from: number
  readonly to: number
  readonly words: SavingWords
  readonly format: { readonly dateTime: (at: Date) => string; readonly number: (value: number) => string }
  /** Of the headlines. */
  readonly lang: string
}

/** Newest first. Two columns of choices say which two are compared: a plain form, no script. */
export function RevisionTable({ revisions, from, to, words, format, lang }: Props) {
  return (
    <form method="get" className="stack">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words('revisions.from')}</th>
            <th scope="col">{words('revisions.to')}</th>
            <th scope="col">{words('revisions.number')}</th>
            <th scope="col">{words('revisions.when')}</th>
            <th scope="col">{words('revisions.who')}</th>
            <th scope="col">{words('revisions.why')}</th>
            <th scope="col" className="number">
              {words('revisions.words')}
            </th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((line, index) => {
            const number = format.number(line.number)
            const radio = { type: 'radio', value: line.number } as const
            return (
              <tr key={line.number}>
                <td data-title={words('revisions.from')}>
                  <label className="check">
                    <input {...radio} name="from" defaultChecked={line.number === from} />
                    <span className="hidden-words">{words('revisions.fromOf', { number })}</span>
                  </label>
                </td>
                <td data-title={words('revisions.to')}>
                  <label className="check">
                    <input {...radio} name="to" defaultChecked={line.number === to} />
                    <span className="hidden-words">{words('revisions.toOf', { number })}</span>
                  </label>
                </td>
                <th scope="row">
                  {number}
                  {index === 0 && <span className="hint"> {words('revisions.newest')}</span>}
                  {line.isShown && <span className="hint"> {words('revisions.shown')}</span>}
                </th>
                <td data-title={words('revisions.when')}>
                  <time dateTime={line.at.toISOString()}>{format.dateTime(line.at)}</time>
                </td>
                <td data-title={words('revisions.who')}>
                  <bdi>{line.by}</bdi>
                </td>
                <td dir="auto" data-title={words('revisions.why')}>
                  {line.reason ?? <span lang={lang}>{line.headline}</span>}
                </td>
                <td className="number" data-title={words('revisions.words')}>
                  {format.number(line.wordCount)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="row">
        <Button kind="primary">{words('revisions.compare')}</Button>
      </div>
    </form>
  )
}
