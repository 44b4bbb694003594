import { Button, ButtonLink } from '#components/admin/ui/button.tsx'
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
  readonly newest: number
  /** The newest of this page, and the one that the next page begins with; 0 when there is none. */
  readonly upTo: number
  readonly older: number
  readonly from: number
  readonly to: number
  readonly words: SavingWords
  readonly format: { readonly dateTime: (at: Date) => string; readonly number: (value: number) => string }
  /** Of the headlines. */
  readonly lang: string
}

/** Newest first. Two columns of choices say which two are compared: a plain form, no script. */
export function RevisionTable({ revisions, newest, upTo, older, from, to, words, format, lang }: Props) {
  const page = (upTo: number) => `?${new URLSearchParams({ from: `${from}`, to: `${to}`, upTo: `${upTo}` })}`
  return (
    <form method="get" className="stack">
      {upTo < newest && <input type="hidden" name="upTo" value={upTo} />}
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
          {revisions.map((line) => {
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
                  {line.number === newest && <span className="hint"> {words('revisions.newest')}</span>}
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
        {upTo < newest && <ButtonLink href={page(newest)}>{words('revisions.newestPage')}</ButtonLink>}
        {older > 0 && <ButtonLink href={page(older)}>{words('revisions.olderPage')}</ButtonLink>}
      </div>
    </form>
  )
}
