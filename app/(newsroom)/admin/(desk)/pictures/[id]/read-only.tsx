import type { LibraryPicture } from '#lib/domain/media/library.ts'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'

/** For who may look and not change. */
export function WholePicture({ picture, alt }: { readonly picture: LibraryPicture; readonly alt: string }) {
  const { width, height } = renditionNear(picture, 'whole', 960)
  const src = renditionAddress({ token: picture.token, crop: 'whole', width, format: 'webp' })
  return (
    <p className="focus-picture">
      {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
      <img src={src} alt={alt} width={width} height={height} />
    </p>
  )
}

export function WordsAsTheyAre({ picture, words }: { readonly picture: LibraryPicture; readonly words: AdminWords }) {
  return picture.texts.map(({ locale, alt, caption, credit }) => (
    <section key={locale}>
      <h2>{words('pictures.texts.title', { language: languageName(locale) })}</h2>
      <dl className="facts" lang={locale}>
        <dt>{words('pictures.texts.alt')}</dt>
        <dd dir="auto">{alt}</dd>
        <dt>{words('pictures.texts.caption')}</dt>
        <dd dir="auto">{caption}</dd>
        <dt>{words('pictures.notes.credit')}</dt>
        <dd dir="auto">{credit ?? picture.credit}</dd>
      </dl>
    </section>
  ))
}
