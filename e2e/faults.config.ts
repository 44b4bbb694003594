import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import main from './playwright.config.ts'

/**
 * What starts, kills or sets up a server of its own, with a port, a database and a folder of its own, and nothing beside it: a run of its own, after the
 * others.
 */
process.env.E2E_PORT = process.env.E2E_FAULTS_PORT ?? '3998'
process.env.E2E_VAR_DIR = join(import.meta.dirname, '..', 'var', 'test', 'faults')
process.env.VAR_DIR = process.env.E2E_VAR_DIR
process.env.WEB_CONCURRENCY = '1'

export default defineConfig({
  ...{ testDir: 'faults', outputDir: '../var/test/results-faults', workers: 1, forbidOnly: Boolean(process.env.CI) },
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: { baseURL: `http://localhost:${process.env.E2E_PORT}`, launchOptions: main.use?.launchOptions ?? {} },
})
