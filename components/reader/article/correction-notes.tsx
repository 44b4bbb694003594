import { Moment } from '#components/reader/moment.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { Correction } from '#lib/domain/article.ts'

type Props = {
  readonly corrections: readonly Correction[]
  readonly place: Correction['place']
  readonly setting: Setting
}

export function CorrectionNotes({ corrections, place, setting }: Props) {
  const { words } = setting
  const here = corrections.filter((correction) => correction.place === place)
  if (here.length === 0) return null
  return (
    <div className="note">
      <h2>{here.length > 1 ? words('article.corrections') : words('article.correction')}</h2>
      {here.map((correction) => (
        <p key={correction.at.getTime()}>
          <Moment at={correction.at} shape="date" setting={setting} />
          {`: ${correction.text}`}
        </p>
      ))}
    </div>
  )
}
