import { readPreviewPictureToken } from '#lib/auth/links/preview-pictures.ts'
import { sessionTokenIn } from '#lib/auth/session-cookie.ts'
import { previewState } from '#lib/domain/publishing/preview.ts'
import type { MediaDoors } from '#lib/media/media-handler.ts'
import { findPreviewLinkById } from '#lib/store/articles/writing/preview-links.ts'
import { findPictureByToken, findPictureToken } from '#lib/store/media/picture.ts'
import { isSessionAdmitted } from '#lib/store/people/signed-in.ts'

/** Who gets which picture: readers what is public, the newsroom everything, a preview its own while its link is open. */
export const mediaDoors: MediaDoors = {
  find: findPictureByToken,
  findPreviewed: async (token) => {
    const read = readPreviewPictureToken(token)
    const link = read && (await findPreviewLinkById(read.linkId))
    return link && previewState(link, new Date()) === 'open' ? findPictureToken(read.pictureId) : null
  },
  isColleague: async (request) => {
    const token = sessionTokenIn(request.headers.cookie)
    return token !== null && (await isSessionAdmitted(token, new Date()))
  },
}
