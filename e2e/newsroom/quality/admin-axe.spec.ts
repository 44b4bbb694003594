import { globSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { cutText, walkWithTab } from '../../support/hands/tab-walk.ts'
import { type Colleague, signIn } from '../../support/people/sign-in.ts'
import { adminScenes } from '../../support/scenes/admin-scenes.ts'
import type { Scene } from '../../support/scenes/scene.ts'

// Many pages in one browser and under one name: starting those for each page costs more than looking at it.
test.setTimeout(240_000)

type Options = Parameters<AxeBuilder['options']>[0]

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const everything: Options = { runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true } } }
const contrast: Options = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } }
/** Colours are the same in each language. */
const allButContrast: Options = { runOnly: tags, rules: { 'color-contrast': { enabled: false } } }
/** What depends on the room that there is. */
const sizes: Options = { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } }
const desktop = { width: 1280, height: 720 }
const phone = { width: 360, height: 740 }
const nobody: Colleague = { id: '', name: '', email: '' }
const sessionCookie = 'masthead.session_token'

test('the table of pages leaves out none that there is', () => {
  const root = join(import.meta.dirname, '..', '..', '..', 'app')
  const folders = globSync('**/page.tsx', { cwd: root })
    .filter((path) => /^\((newsroom|preview)\)/.test(path))
    .map((path) => `/${path}`.replace(/\/page\.tsx$/, '').replace(/\/\([^)]+\)/g, ''))
  const routes = Object.values(adminScenes).flatMap((scenes) => scenes.map(({ route }) => route))
  expect([...new Set(routes)].toSorted()).toEqual(folders.toSorted())
})

for (const [part, scenes] of Object.entries(adminScenes))
  for (const [role, own] of Map.groupBy(scenes, ({ as }) => as)) {
    const whose = `${part}, ${role?.replace('_', ' ') ?? 'nobody'}`
    test(`axe finds nothing, light, dark and on a phone: ${whose}`, async ({ browser, baseURL }) => {
      // axe needs its own script in the page, which the policy of the site forbids.
      const page = await browser.newPage({ bypassCSP: true, baseURL, locale: 'en-GB' })
      expect(await walk(page, 'en', own, lightDarkAndPhone)).toEqual([])
      await page.close()
    })

    test(`axe finds nothing from right to left, and the Tab key goes through, on a desktop and a phone: ${whose}`, async ({
      browser,
      baseURL,
    }) => {
      const page = await browser.newPage({ bypassCSP: true, baseURL, locale: 'fa-IR' })
      const translated = own.filter(({ isOfEdition }) => !isOfEdition)
      expect(await walk(page, 'fa', translated, rightToLeft)).toEqual([])
      await page.close()
    })
  }

async function lightDarkAndPhone(page: Page): Promise<readonly string[]> {
  const light = await faults(page, 'light', everything)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faults(page, 'dark', contrast)
  await page.setViewportSize(phone)
  return [...light, ...dark, ...(await faults(page, 'phone', sizes)), ...(await sidewaysScroll(page))]
}

async function rightToLeft(page: Page): Promise<readonly string[]> {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const found = await faults(page, 'desktop', allButContrast)
  const onDesktop = await tabbed(page, 'desktop')
  await page.setViewportSize(phone)
  return [...found, ...onDesktop, ...(await sidewaysScroll(page)), ...(await tabbed(page, 'phone'))]
}

async function tabbed(page: Page, when: string): Promise<readonly string[]> {
  const told = [...(await cutText(page)), ...(await walkWithTab(page))]
  return told.map((fault) => `${when}: ${fault}`)
}

/** Goes from scene to scene as one person, and says what is wrong in each. */
async function walk(
  page: Page,
  interfaceLocale: 'en' | 'fa',
  scenes: readonly Scene[],
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = []
  let me = nobody
  for (const { name, as, open } of scenes)
    await test.step(name, async () => {
      await page.setViewportSize(desktop)
      await page.emulateMedia({ colorScheme: 'light' })
      if (as === null) await page.context().clearCookies()
      // A scene may have signed out.
      else if ((await page.context().cookies()).every(({ name }) => name !== sessionCookie))
        me = await signIn(page, as, { interfaceLocale })
      const told = await open(page, me).then(
        () => look(page),
        (error: Error) => [`did not come about: ${error.message}`],
      )
      found.push(...told.map((fault) => `${name}: ${fault}`))
    })
  return found
}

async function faults(page: Page, when: string, options: Options): Promise<readonly string[]> {
  // What the bar at the top covers would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0))
  // The other mode opens one more page each time, for frames of strangers: there are none.
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${when}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}

async function sidewaysScroll(page: Page): Promise<readonly string[]> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return expect
    .poll(overflow)
    .toBe(0)
    .then(
      () => [],
      async () => [`phone: ${await overflow()} px too wide`],
    )
}
