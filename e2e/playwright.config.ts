import { defineConfig } from '@playwright/test'

/** Three rings: reader pages twice (with and without JavaScript), what needs script in the test itself, and what machines read. */
const port = Number(process.env.E2E_PORT ?? 3999)
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: '.',
  outputDir: '../var/test/results',
  // Two cores, one database: more workers only make each test slower.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'reader with script', testDir: 'reader' },
    { name: 'reader without script', testDir: 'reader', use: { javaScriptEnabled: false } },
    { name: 'audit', testDir: 'audit' },
    { name: 'machine', testDir: 'machine' },
    { name: 'newsroom', testDir: 'newsroom' },
  ],
  webServer: {
    command: `${process.execPath} lib/runtime/main.ts`,
    url: `http://localhost:${port}/health`,
    timeout: 180_000,
    reuseExistingServer: Boolean(process.env.E2E_REUSE),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    cwd: '..',
    env: {
      ...{ PORT: String(port), VAR_DIR: 'var/test/site', WEB_CONCURRENCY: '2', DATABASE_URL: '', SITE_URL: '' },
      // Subscribers and receivers of the tests are on this machine.
      PRIVATE_TARGETS: 'allow',
      // Nothing outside is ever told: index-now.spec.ts listens there.
      INDEX_NOW_URL: `http://127.0.0.1:${port + 1}/indexnow`,
    },
  },
})
