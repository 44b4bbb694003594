import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { templates } from '../support/templates.ts'

// WCAG 2.2 A and AA, and the AAA rules of contrast and target size that the design promises.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const extra = { 'color-contrast-enhanced': { enabled: true } }

for (const scheme of ['light', 'dark'] as const)
  for (const template of templates)
    test(`axe finds nothing: ${template.name}, ${scheme}`, async ({ browser, baseURL }) => {
      // axe needs its own script in the page; the site's policy forbids all script, also to a tester.
      const context = await browser.newContext({ bypassCSP: true, colorScheme: scheme, baseURL })
      const page = await context.newPage()
      const response = await page.goto(template.path)
      expect(response?.status()).toBe(template.status)
      const { violations } = await new AxeBuilder({ page }).options({ runOnly: tags, rules: extra }).analyze()
      const told = violations.map(
        (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join('\n')}`,
      )
      expect(told).toEqual([])
      await context.close()
    })
