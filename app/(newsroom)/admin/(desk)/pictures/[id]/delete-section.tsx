import { DeletePicture } from '#components/admin/pictures/delete-picture.client.tsx'
import { deletePicture } from '#lib/actions/media/pictures.ts'
import type { LibraryPicture } from '#lib/domain/media/library.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { countEarlierVersions } from '#lib/store/media/media-library-uses.ts'
import { formWords } from '../../../door-words.ts'

type Props = { readonly picture: LibraryPicture; readonly isUsed: boolean; readonly words: AdminWords }

export async function DeleteSection({ picture, isUsed, words }: Props) {
  const earlier = await countEarlierVersions(picture.id)
  return (
    <section className="ruled">
      <h2>{words('pictures.delete.title')}</h2>
      {isUsed ? (
        <p>{words('pictures.delete.blocked')}</p>
      ) : (
        <DeletePicture
          id={picture.id}
          action={deletePicture}
          words={{
            ask: words('pictures.delete.ask'),
            title: words('pictures.delete.submit'),
            submit: words('pictures.delete.submit'),
            close: words('shell.form.close'),
          }}
          consequences={[
            words('pictures.delete.text'),
            ...(earlier > 0 ? [words('pictures.delete.earlier', { count: earlier })] : []),
          ]}
          form={formWords(words)}
        />
      )}
    </section>
  )
}
