import { expect } from '@playwright/test'
import { newToken } from '#lib/auth/links/token.ts'
import { createPreviewLink } from '#lib/store/articles/writing/preview-links.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { keepFrontDraft } from '#lib/store/sections/front-draft.ts'
import { makeArticle } from '../newsroom-articles.ts'
import { at, openAll, pressUntil, type Scene } from './scene.ts'

/** What is seen before readers see it, in their page and their language. */
export const previewScenes: readonly Scene[] = [
  {
    ...{ name: 'links to a preview', route: '/admin/articles/[id]', as: 'editor' },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      await page.goto(`/admin/articles/${id}`)
      await openAll(page)
      await pressUntil(page.locator('#preview button[type=submit]'), page.locator('#preview code.secret'))
    },
  },
  {
    ...{ name: 'preview by a link', route: '/preview/[token]', as: 'editor', isOfEdition: true },
    async open(page, me) {
      const { id } = await makeArticle()
      const { token, hash: tokenHash } = newToken()
      const now = new Date()
      const expiresAt = new Date(now.getTime() + 3_600_000)
      await createPreviewLink({ articleId: id, tokenHash, by: me, expiresAt, now })
      await at(`/preview/${token}`)(page, me)
      await expect(page.locator('.preview-mark')).toBeVisible()
    },
  },
  {
    ...{ name: 'a preview that is over', route: '/preview/[token]', as: 'editor', isOfEdition: true },
    open: at('/preview/over'),
  },
  {
    ...{ name: 'own preview', route: '/preview/article/[id]', as: 'editor', isOfEdition: true },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      await at(`/preview/article/${id}`)(page, me)
      await expect(page.locator('.preview-mark')).toBeVisible()
    },
  },
  {
    ...{ name: 'preview of a front', route: '/preview/front/[id]', as: 'chief_editor', isOfEdition: true },
    async open(page, me) {
      const { id: articleId } = await makeArticle({ isPublished: true })
      const { id } = await inTransaction((open) => open.edition.findFirstOrThrow({ where: { isDefault: true } }))
      const slots = [{ articleId, headline: null, standfirst: 'For this place only.', pictureId: null }]
      await keepFrontDraft({ editionId: id, userId: me.id, slots, now: new Date() })
      await at(`/preview/front/${id}`)(page, me)
      await expect(page.locator('.preview-mark')).toBeVisible()
    },
  },
]
