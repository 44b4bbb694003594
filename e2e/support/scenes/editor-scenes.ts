import { expect, type Locator, type Page } from '@playwright/test'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { correct, kill, publish, schedule, withdraw } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { holdLock } from '#lib/store/articles/writing/article-lock.ts'
import { createComment } from '#lib/store/articles/writing/comments.ts'
import { makeArticle } from '../newsroom-articles.ts'
import { makePerson } from '../people/people.ts'
import type { Colleague } from '../people/sign-in.ts'
import { revisionsOf } from '../writing.ts'
import { at, openAll, pressUntil, type Scene } from './scene.ts'

const editor = { route: '/admin/articles/[id]', as: 'chief_editor' } as const
const dialog = (page: Page) => page.locator('dialog[open]')

/** The page on which an article is written, in the states that a day brings. */
export const editorScenes: readonly Scene[] = [
  {
    ...{ ...editor, name: 'an empty article that can’t go out' },
    async open(page, me) {
      await at('/admin/articles/new')(page, me)
      await page.locator('input[name=headline]').fill(`Nobody signs this ${Date.now()}`)
      await page.locator('main form button[type=submit]').click()
      await page.waitForURL(/\/admin\/articles\/\d+$/)
      await ready(page)
      await page.locator('#step-publish button').click()
      await expect(page.locator('.publishing .notice.bad')).toBeFocused()
    },
  },
  { ...editor, name: 'a draft with every panel open', open: written('draft') },
  { ...editor, name: 'a published article', open: written('published') },
  { ...editor, name: 'a scheduled article', open: written('scheduled') },
  { ...editor, name: 'a withdrawn article', open: written('withdrawn') },
  { ...editor, name: 'a killed article', open: written('killed') },
  { ...editor, name: 'choice of a block', open: asking('Control+/') },
  { ...editor, name: 'link', open: asking('Control+k') },
  { ...editor, name: 'language of a phrase', open: asking('Control+Shift+L') },
  { ...editor, name: 'picture for the text', open: asking('Control+/', 'block.figure') },
  { ...editor, name: 'embed', open: asking('Control+/', 'block.embed') },
  {
    ...{ ...editor, name: 'table' },
    async open(page, me) {
      await asking('Control+/', 'block.table')(page, me)
      await expect(page.locator('.body-text td').first()).toBeVisible()
    },
  },
  {
    ...{ ...editor, name: 'lead picture' },
    async open(page, me) {
      await begin(page, me)
      await pressUntil(page.locator('#part-picture .row button').first(), dialog(page))
      await expect(dialog(page).locator('.pictures img').first()).toBeVisible()
    },
  },
  {
    ...{ ...editor, name: 'somebody else writes here' },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      const other = await makePerson('editor')
      await holdLock({ articleId: id, userId: other.id, tab: `scene-${id}`, now: new Date() })
      await page.goto(`/admin/articles/${id}`)
      await expect(page.locator('.notice.bad')).toBeVisible()
    },
  },
  {
    ...{ ...editor, name: 'comments' },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      const by = await makePerson('editor')
      const text = { by, mentioned: [], now: new Date(), articleId: id }
      const anchor = { quote: 'Cars', prefix: '', suffix: ' cross', blockIndex: 0 }
      const parentId = await createComment({ ...text, parentId: null, text: 'Only cars?', anchor })
      await createComment({ ...text, parentId, text: 'Trams too.', anchor: null })
      await page.goto(`/admin/articles/${id}`)
      await ready(page)
      await expect(page.locator('.thread')).toBeVisible()
      await pressUntil(page.locator('.thread .row button').nth(1), page.locator('.thread textarea'))
    },
  },
  {
    ...{ ...editor, name: 'signed out while writing' },
    async open(page, me) {
      await begin(page, me)
      await page.context().clearCookies()
      await page.keyboard.type('x')
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    ...{ ...editor, name: 'written beside another edition' },
    async open(page, me) {
      const { id } = await makeArticle({ authorId: me.id })
      await page.goto(`/admin/articles/${id}`)
      await ready(page)
      await openAll(page)
      await page.locator('.translate button').last().click()
      await page.waitForURL((url) => url.pathname !== `/admin/articles/${id}`)
      await ready(page)
      await pressUntil(page.locator('.siblings button').first(), page.locator('.beside .body-text'))
    },
  },
  {
    ...{ name: 'history', route: '/admin/articles/[id]/history', as: 'editor' },
    async open(page, me) {
      await begin(page, me)
      await page.keyboard.type('One more sentence. ')
      await page.locator('.saving-bar .button.primary').click()
      await expect.poll(() => revisionsOf(Number(page.url().split('/').at(-1)))).toHaveLength(2)
      await page.goto(`${page.url()}/history`)
      await expect(page.locator('main ins').first()).toBeVisible()
    },
  },
]

/** The text, as soon as it can be written in. */
async function ready(page: Page): Promise<void> {
  await expect(bodyOf(page)).toHaveAttribute('contenteditable', 'true')
}

function bodyOf(page: Page): Locator {
  return page.locator('.pane:not(.beside) .body-text')
}

async function begin(page: Page, me: Colleague): Promise<void> {
  const { id } = await makeArticle({ authorId: me.id })
  await page.goto(`/admin/articles/${id}`)
  await ready(page)
  await bodyOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

/** The dialog that a key opens, or what one of its choices opens after it. */
function asking(keys: string, choice?: string): Scene['open'] {
  return async (page, me) => {
    await begin(page, me)
    await page.keyboard.press(keys)
    await expect(dialog(page)).toBeVisible()
    if (choice) await dialog(page).locator(`[id$="${choice}"]`).click()
  }
}

type Step = (article: Article, now: Date) => ReturnType<typeof publish>

const steps = {
  draft: [],
  published: [publish, (article, at) => correct(article, { place: 'top', text: 'Four arches.', reason: 'Mail', at })],
  scheduled: [(article, now) => schedule(article, new Date(now.getTime() + 86_400_000), now)],
  withdrawn: [publish, (article, now) => withdraw(article, 'It is being looked into.', now)],
  killed: [publish, (article, now) => kill(article, 'It is gone.', now)],
} satisfies Readonly<Record<string, readonly Step[]>>

/** An article that has gone so far, with all that stands behind names open. */
function written(stage: keyof typeof steps): Scene['open'] {
  return async (page, me) => {
    const { id } = await makeArticle({ authorId: me.id })
    for (const [position, step] of steps[stage].entries()) {
      const now = new Date()
      await changeArticle({ id, version: position + 1, by: me, action: 'publish', now }, (one) => step(one, now))
    }
    await page.goto(`/admin/articles/${id}`)
    await expect(page.locator('.body-text')).toContainText('Cars cross')
    await openAll(page)
  }
}
