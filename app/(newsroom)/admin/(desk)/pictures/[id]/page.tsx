import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FocusForm } from '#components/admin/pictures/focus-form.client.tsx'
import { PictureUses } from '#components/admin/pictures/picture-uses.tsx'
import '#components/admin/pictures/pictures.css'
import { UploadPanel } from '#components/admin/pictures/upload-panel.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { saveFocus } from '#lib/actions/media/pictures.ts'
import { requireUser } from '#lib/auth/session.ts'
import { type LibraryPicture, mayChangePicture } from '#lib/domain/media/library.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { picturesMessages } from '#lib/i18n/admin/pictures/of-locale.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formattingLocale } from '#lib/i18n/format.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { findLibraryPicture } from '#lib/store/media/media-library.ts'
import { listPictureUses } from '#lib/store/media/media-library-uses.ts'
import { formWords } from '../../../door-words.ts'
import { DeleteSection } from './delete-section.tsx'
import { WholePicture, WordsAsTheyAre } from './read-only.tsx'
import { NotesSection, TextsSections } from './words-sections.tsx'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireUser('media.upload')
  return { title: (await pictureAt(params))?.fileName ?? null }
}

export default async function PicturePage({ params }: Props) {
  const user = await requireUser('media.upload')
  const words = adminWords(user.interfaceLocale)
  const picture = await pictureAt(params)
  if (!picture) notFound()
  const { id, version, token, width, height, focus } = picture
  const uses = await listPictureUses(id)
  const mayChange = mayChangePicture(user, picture)
  const messages = picturesMessages(user.interfaceLocale)
  const said = picture.texts.find(({ locale }) => locale === user.interfaceLocale) ?? picture.texts[0]
  return (
    <>
      <PageTitle title={said?.caption || picture.fileName}>
        <ButtonLink href="/admin/pictures">{words('pictures.back')}</ButtonLink>
      </PageTitle>
      {!mayChange && <Notice>{words('pictures.picture.readOnly')}</Notice>}
      <div className="picture-page">
        <div className="stack">
          {mayChange ? (
            <section>
              <h2>{words('pictures.focus.title')}</h2>
              <p>{words('pictures.focus.text')}</p>
              <FocusForm
                picture={{ id, version, token, width, height, focus, alt: said?.alt ?? '' }}
                action={saveFocus}
                locale={user.interfaceLocale}
                messages={messages}
                form={formWords(words)}
              />
            </section>
          ) : (
            <WholePicture picture={picture} alt={said?.alt ?? ''} />
          )}
          <FileFacts picture={picture} locale={user.interfaceLocale} words={words} />
          {mayChange && (
            <section className="ruled">
              <h2>{words('pictures.replace.title')}</h2>
              <p>{words('pictures.replace.text')}</p>
              <UploadPanel
                userId={user.id}
                locale={user.interfaceLocale}
                messages={messages}
                mostMegabytes={Math.round(mostBytes / 1_048_576)}
                replaces={id}
              />
            </section>
          )}
        </div>
        <div className="stack">
          {mayChange ? (
            <>
              <TextsSections picture={picture} words={words} />
              <NotesSection picture={picture} words={words} />
            </>
          ) : (
            <WordsAsTheyAre picture={picture} words={words} />
          )}
          <section className="ruled">
            <h2>{words('pictures.uses.title')}</h2>
            <PictureUses uses={uses} words={words} />
          </section>
          {may(user, 'media.delete') && <DeleteSection picture={picture} isUsed={uses.length > 0} words={words} />}
        </div>
      </div>
    </>
  )
}

type FactsProps = { readonly picture: LibraryPicture; readonly locale: string; readonly words: AdminWords }

function FileFacts({ picture, locale, words }: FactsProps) {
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 2 })
  const moment = new Intl.DateTimeFormat(formattingLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const { width, height } = picture
  return (
    <section className="ruled">
      <h2>{words('pictures.picture.facts')}</h2>
      <dl className="facts">
        <dt>{words('pictures.picture.fileName')}</dt>
        <dd>
          <bdi>{picture.fileName}</bdi>
        </dd>
        <dt>{words('pictures.picture.size')}</dt>
        <dd>
          {words('pictures.picture.pixels', { width, height })}, {size.format(picture.bytes / 1_048_576)}
        </dd>
        <dt>{words('pictures.picture.brought')}</dt>
        <dd>
          <time dateTime={picture.createdAt.toISOString()}>{moment.format(picture.createdAt)} UTC</time>
        </dd>
      </dl>
      <p className="hint">{words('pictures.picture.formers')}</p>
    </section>
  )
}

async function pictureAt(params: Props['params']): Promise<LibraryPicture | null> {
  const { id } = await params
  return /^[1-9]\d{0,8}$/.test(id) ? findLibraryPicture(Number(id)) : null
}
