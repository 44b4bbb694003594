import { expect, test } from '@playwright/test'
import { adminScenes } from '../../support/scenes/admin-scenes.ts'
import { type Colleague, signIn } from '../../support/sign-in.ts'
import { cutText, walkWithTab } from '../../support/tab-walk.ts'

test.setTimeout(300_000)

const nobody: Colleague = { id: '', name: '', email: '' }
const screens = [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
]

for (const [part, scenes] of Object.entries(adminScenes))
  for (const [role, own] of Map.groupBy(scenes, ({ as }) => as))
    test(`in Persian the Tab key goes through, on a desktop and a phone: ${part}, ${role ?? 'nobody'}`, async ({
      page,
    }) => {
      const found: string[] = []
      let me = nobody
      for (const { name, as, open } of own.filter(({ isOfEdition }) => !isOfEdition))
        await test.step(name, async () => {
          for (const screen of screens) {
            // A scene may have signed out.
            if (as === null) await page.context().clearCookies()
            else me = await signIn(page, as, { interfaceLocale: 'fa' })
            await page.setViewportSize(screen)
            const told = await open(page, me).then(
              async () => [...(await cutText(page)), ...(await walkWithTab(page))],
              (error: Error) => [`did not come about: ${error.message.slice(0, 300)}`],
            )
            found.push(...told.map((fault) => `${name}, ${screen.width}: ${fault}`))
          }
        })
      expect(found).toEqual([])
    })
