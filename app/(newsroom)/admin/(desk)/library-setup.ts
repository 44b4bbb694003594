import type { LibrarySetup } from '#components/admin/pictures/picker/library.ts'
import { findPictures } from '#lib/actions/articles/editor-lookups.ts'
import { saveTexts } from '#lib/actions/media/picture-texts.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { picturesMessages } from '#lib/i18n/admin/pictures/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { formWords } from '../door-words.ts'

/** The media library as a page hands it to the browser, where pictures are put somewhere. */
export function librarySetup(user: SignedIn): LibrarySetup {
  const words = adminWords(user.interfaceLocale)
  const mostMegabytes = Math.round(mostBytes / 1_048_576)
  return {
    messages: picturesMessages(user.interfaceLocale),
    find: findPictures,
    saveWords: saveTexts,
    bringer: may(user, 'media.upload') ? { userId: user.id, mostMegabytes } : null,
    form: { ...formWords(words), close: words('shell.form.close') },
  }
}
