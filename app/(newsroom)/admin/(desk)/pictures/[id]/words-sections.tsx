import { TextsForm } from '#components/admin/pictures/texts-form.client.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { saveTexts } from '#lib/actions/media/picture-texts.ts'
import { saveNotes } from '#lib/actions/media/pictures.ts'
import { digitalSources } from '#lib/domain/media/digital-source.ts'
import type { LibraryPicture } from '#lib/domain/media/library.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { pictureLimits } from '#lib/input/picture-forms.ts'
import { listTextLocales } from '#lib/store/media/media-library.ts'
import { formWords } from '../../../door-words.ts'

type Props = { readonly picture: LibraryPicture; readonly words: AdminWords }

/** The words of every language that an edition is written in. Where nobody wrote any yet, those of the file are proposed. */
export async function TextsSections({ picture, words }: Props) {
  const locales = await listTextLocales()
  return locales.map(({ locale }) => {
    const own = picture.texts.find((one) => one.locale === locale)
    const isProposed = !own && picture.texts.length === 0 && Boolean(picture.ownCaption ?? picture.ownAlt)
    const proposed = isProposed ? { alt: picture.ownAlt, caption: picture.ownCaption } : null
    const fromFile = isProposed ? ` ${words('pictures.texts.fromFile')}` : ''
    return (
      <section key={locale}>
        <h2>{words('pictures.texts.title', { language: languageName(locale) })}</h2>
        <TextsForm
          picture={{ id: picture.id, version: picture.version }}
          locale={locale}
          stored={{
            alt: own?.alt ?? proposed?.alt ?? '',
            caption: own?.caption ?? proposed?.caption ?? '',
            credit: own?.credit ?? '',
          }}
          action={saveTexts}
          form={formWords(words)}
          labels={{
            alt: words('pictures.texts.alt'),
            altHint: words('pictures.texts.altHint') + (proposed?.alt ? fromFile : ''),
            caption: words('pictures.texts.caption'),
            captionHint: words('pictures.texts.captionHint') + (proposed?.caption ? fromFile : ''),
            credit: words('pictures.texts.credit'),
            creditHint: words('pictures.texts.creditHint', { credit: picture.credit || '—' }),
            save: words('pictures.texts.save'),
          }}
        />
      </section>
    )
  })
}

export function NotesSection({ picture, words }: Props) {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''
  const { credit, rights, location } = pictureLimits
  return (
    <section className="ruled">
      <h2>{words('pictures.notes.title')}</h2>
      <ActionForm
        id="notes"
        action={saveNotes}
        submit={words('pictures.notes.save')}
        words={formWords(words)}
        hidden={{ id: String(picture.id), version: String(picture.version) }}
        fields={[
          {
            ...{ kind: 'input', name: 'credit', label: words('pictures.notes.credit'), value: picture.credit },
            ...{ hint: words('pictures.notes.creditHint'), isRequired: true, maxLength: credit },
          },
          {
            ...{ kind: 'input', name: 'copyright', label: words('pictures.notes.copyright') },
            ...{ value: picture.copyright ?? '', maxLength: credit },
          },
          {
            ...{ kind: 'input', name: 'rights', label: words('pictures.notes.rights') },
            ...{ value: picture.rights ?? '', maxLength: rights },
          },
          {
            ...{ kind: 'input', name: 'rightsUntil', type: 'date', label: words('pictures.notes.rightsUntil') },
            ...{ value: day(picture.rightsUntil), hint: words('pictures.notes.rightsUntilHint') },
          },
          {
            ...{ kind: 'select', name: 'reuse', label: words('pictures.notes.reuse') },
            value: picture.isReusable ? 'yes' : 'no',
            options: [
              { value: 'yes', label: words('pictures.notes.reuseYes') },
              { value: 'no', label: words('pictures.notes.reuseNo') },
            ],
          },
          {
            ...{ kind: 'input', name: 'takenAt', type: 'date', label: words('pictures.notes.takenAt') },
            value: day(picture.takenAt),
          },
          {
            ...{ kind: 'input', name: 'location', label: words('pictures.notes.location'), maxLength: location },
            ...{ value: picture.location ?? '', hint: words('pictures.notes.locationHint') },
          },
          {
            ...{ kind: 'select', name: 'digitalSource', label: words('pictures.notes.digitalSource') },
            ...{ value: picture.digitalSource ?? '', hint: words('pictures.notes.digitalSourceHint') },
            options: [
              { value: '', label: words('pictures.notes.digitalSourceNone') },
              ...digitalSources.map((code) => ({ value: code, label: words(`pictures.digitalSources.${code}`) })),
            ],
          },
        ]}
      />
    </section>
  )
}
