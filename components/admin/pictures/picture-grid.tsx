import type { LibraryPicture } from '#lib/domain/media/library.ts'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { barOf, type PictureRights } from '#lib/domain/media/rights.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'

type Line = Pick<LibraryPicture, 'id' | 'token' | 'fileName' | 'width' | 'height' | 'credit' | 'focus' | 'texts'> &
  PictureRights

type Props = {
  readonly pictures: readonly Line[]
  /** Languages that readers ask for. */
  readonly locales: readonly string[]
  /** The language whose words are shown, where there are some. */
  readonly locale: string
  readonly words: AdminWords
  readonly now: Date
}

/** Pictures to look through: each a link with what is missing said in words. */
export function PictureGrid({ pictures, locales, locale, words, now }: Props) {
  return (
    <ul className="library">
      {pictures.map((picture) => {
        const said = picture.texts.find((one) => one.locale === locale) ?? picture.texts[0]
        const missing = locales.filter((one) => !picture.texts.some((text) => text.locale === one))
        const bar = barOf(picture, now)
        const { width, height } = renditionNear(picture, '4x3', 320)
        return (
          <li key={picture.id}>
            <a href={`/admin/pictures/${picture.id}`}>
              {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
              <img
                src={renditionAddress({ token: picture.token, crop: '4x3', width, format: 'webp' })}
                alt={said?.alt ?? ''}
                width={width}
                height={height}
                loading="lazy"
              />
              <span className="title" dir="auto">
                {said?.caption || picture.fileName}
              </span>
              <small dir="auto">{picture.credit || words('pictures.list.noCredit')}</small>
              {bar && <small className="wrong">{words(`pictures.bar.${bar}`)}</small>}
              {missing.length > 0 && (
                <small className="wrong">
                  {words('pictures.list.noAlt', {
                    languages: missing.map(languageName).join(`${words('shell.comma')} `),
                  })}
                </small>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
