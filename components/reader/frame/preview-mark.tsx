import type { Setting } from '#components/reader/setting.ts'
import { formatOf } from '#lib/i18n/format.ts'

type Props = {
  readonly revision: number
  /** Who made the link, and until when it is open; null for whoever is signed in. */
  readonly link: { readonly by: string; readonly expiresAt: Date } | null
  readonly isShown: boolean
  readonly setting: Setting
}

/** Stands over a preview, on paper too: nobody takes it for the published page. */
export function PreviewMark({ revision, link, isShown, setting }: Props) {
  const { edition, words } = setting
  const format = formatOf(edition)
  const number = format.number(revision)
  const mark = link
    ? words('preview.mark', { number, name: `\u2068${link.by}\u2069`, until: format.dateTimeZone(link.expiresAt) })
    : words('preview.ownMark', { number })
  return (
    <aside className="preview-mark">
      <p role="note">
        {mark} {words(isShown ? 'preview.shown' : 'preview.unpublished')}
      </p>
    </aside>
  )
}
