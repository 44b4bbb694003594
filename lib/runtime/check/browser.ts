import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Where systems keep a Chromium; Playwright's own comes last, because a closed network can't fetch it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a browser for the tests: one that is there, or one installed on the way. Throws with what to do. */
export function ensureBrowser(): string {
  return findBrowser() ?? installBrowser()
}

function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...places, chromium.executablePath()]
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null
}

function installBrowser(): string {
  const ways = [
    ...(existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
      ? [['sh', '-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium']]
      : []),
    [process.execPath, 'node_modules/playwright/cli.js', 'install', '--with-deps', 'chromium'],
    [process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium'],
  ]
  for (const [command = '', ...args] of ways) {
    console.log(`No browser yet: ${command} ${args.join(' ')}`)
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
    const found = findBrowser()
    if (found) return found
  }
  throw new Error(
    'No browser for the tests. Install Chromium, or say where one is: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
