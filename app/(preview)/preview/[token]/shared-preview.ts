import { cache } from 'react'
import { previewPictureToken } from '#lib/auth/links/preview-pictures.ts'
import { hashToken } from '#lib/auth/links/token.ts'
import type { ArticleView } from '#lib/domain/article.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { previewState } from '#lib/domain/publishing/preview.ts'
import { findPreviewLink } from '#lib/store/articles/writing/preview-links.ts'
import { findPreviewedArticle } from '#lib/store/pages/previewed-article.ts'
import { findScene } from '../../../(reader)/[edition]/scene.ts'
import type { Preview } from '../../previewed.tsx'

/** What the link with this token shows to whoever has it. */
export const findSharedPreview = cache(async (token: string): Promise<Preview> => {
  const now = new Date()
  const link = await findPreviewLink(hashToken(token))
  const shown = link && (await findPreviewedArticle(link.articleId, link.revision, now))
  // A killed article has no preview; the language of what was there is not told either.
  if (link && !shown) return { kind: 'closed', scene: await findScene('_') }
  if (!link || !shown) return { kind: 'missing', scene: await findScene('_') }
  const scene = await findScene(shown.edition.isDefault ? '_' : shown.edition.key)
  if (previewState(link, now) !== 'open') return { kind: 'closed', scene }
  return { kind: 'open', scene, link, shown: { ...shown, article: withOwnPictures(shown.article, link.id) } }
})

/** Pictures that nothing public shows yet come by addresses of this link alone, and end with it. */
function withOwnPictures(article: ArticleView, linkId: number): ArticleView {
  const own = (picture: Picture) => ({ ...picture, token: previewPictureToken(linkId, picture.id) })
  return {
    ...article,
    picture: article.picture && own(article.picture),
    pictures: new Map([...article.pictures].map(([id, picture]) => [id, own(picture)])),
  }
}
