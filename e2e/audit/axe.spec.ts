import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { templates } from '../support/demo/templates.ts'

// WCAG 2.2 A and AA, and the AAA rule of contrast that the design promises.
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// The only rules whose answer depends on the colour scheme.
const contrasts = ['color-contrast', 'color-contrast-enhanced']

for (const template of templates)
  test(`axe finds nothing, in light and in dark: ${template.name}`, async ({ browser, baseURL }) => {
    // axe needs its own script in the page; the site's policy forbids all script, also to a tester.
    const context = await browser.newContext({ bypassCSP: true, colorScheme: 'light', baseURL })
    const page = await context.newPage()
    const response = await page.goto(template.path)
    expect(response?.status()).toBe(template.status)
    const everything = new AxeBuilder({ page }).options({
      runOnly: standards,
      rules: { 'color-contrast-enhanced': { enabled: true } },
    })
    expect(await violationsOf(everything)).toEqual([])
    await useDark(page)
    expect(await violationsOf(new AxeBuilder({ page }).withRules(contrasts))).toEqual([])
    await context.close()
  })

async function violationsOf(axe: AxeBuilder): Promise<readonly string[]> {
  // The other mode opens one more page each time, for frames of strangers: there are none.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)
}

/** Proves that the page did change its colours: a scheme that is not there would pass in the other's. */
async function useDark(page: Page): Promise<void> {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper()).not.toBe(light)
}
