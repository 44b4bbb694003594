import { cache } from 'react'
import { admittedUser } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { noteEmbargoedReading } from '#lib/store/articles/writing/embargoed-reading.ts'
import { findPreviewedArticle } from '#lib/store/pages/previewed-article.ts'
import { findScene } from '../../../../(reader)/[edition]/scene.ts'
import type { Preview } from '../../../previewed.tsx'

/** The newest revision of an article for whoever may read along with it. To anyone else there is nothing here. */
export const findOwnPreview = cache(async (articleId: string): Promise<Preview> => {
  const user = await admittedUser()
  const id = Number(articleId)
  const scope = user && (await findArticleScope(id))
  const mayRead = user && scope && (may(user, 'article.edit', scope) || may(user, 'article.create', scope))
  const shown = mayRead ? await findPreviewedArticle(id, null, new Date()) : null
  if (!shown || !user) return { kind: 'missing', scene: await findScene('_') }
  await noteEmbargoedReading({ articleId: id, reader: user.name, now: new Date() })
  const scene = await findScene(shown.edition.isDefault ? '_' : shown.edition.key)
  return { kind: 'open', scene, shown, link: null }
})
