import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { openTestServer } from '#lib/store/testing/server.ts'
import { ensureBrowser } from './browser.ts'
import { ensureJava } from './java.ts'
import { addTallies, noTally, type Tally, tallyOfExit, tallyOfPlaywright, tallyOfTap } from './tally.ts'

type Step = { readonly name: string; readonly run: () => Promise<Tally> }

const reports = 'var/test/reports'

/** `npm test`: every check, in the order in which a mistake is cheapest to find. All of them run, also after a failure. */
const steps: readonly Step[] = [
  {
    name: 'format and lint',
    run: () => exitOf('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  },
  { name: 'generated client', run: () => exitOf('lib/runtime/commands/generate-command.ts') },
  { name: 'route types', run: () => exitOf('node_modules/next/dist/bin/next', ['typegen']) },
  { name: 'types', run: () => exitOf('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  { name: 'import borders', run: () => exitOf('lib/runtime/check/borders-command.ts') },
  { name: 'dead code', run: () => exitOf('node_modules/knip/bin/knip.js', ['--no-progress']) },
  { name: 'production build', run: () => exitOf('lib/runtime/commands/build-command.ts') },
  { name: 'unit and store tests', run: runNodeTests },
  { name: 'browser tests', run: () => runBrowserTests('playwright') },
  { name: 'browser tests with faults', run: () => runBrowserTests('faults') },
]

const startedAt = performance.now()
rmSync('var/test', { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const only = process.argv.slice(2)
let total = noTally
const failures: string[] = []
for (const step of steps) {
  if (only.length > 0 && !only.some((name) => step.name.includes(name))) continue
  console.log(`\n── ${step.name}`)
  const stepStartedAt = performance.now()
  const tally = await step.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  total = addTallies(total, tally)
  if (tally.failed > 0) failures.push(step.name)
  console.log(`   ${tally.passed} passed, ${tally.failed} failed in ${seconds(stepStartedAt)} s`)
}
console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '')
console.log(`Took ${seconds(startedAt)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function exitOf(script: string, args: readonly string[] = []): Promise<Tally> {
  return tallyOfExit(await runNode([script, ...args]))
}

async function runNodeTests(): Promise<Tally> {
  const tap = `${reports}/node.tap`
  // One server for all files: each would start its own.
  const server = await openTestServer()
  try {
    const code = await runNode(
      [
        '--test',
        '--test-concurrency=2',
        '--test-reporter=dot',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${tap}`,
        'lib/**/*.test.ts',
        'components/**/*.test.ts',
      ],
      { TEST_DATABASE_URL: server.url },
    )
    return tallyOfTap(readFileSync(tap, 'utf8'), code)
  } finally {
    await server.stop()
  }
}

async function runBrowserTests(config: 'playwright' | 'faults'): Promise<Tally> {
  const report = `${reports}/browser-${config}.json`
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--config', `e2e/${config}.config.ts`], {
    CHROMIUM_PATH: ensureBrowser(),
    JAVA_PATH: ensureJava(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: `../${report}`,
  })
  return tallyOfPlaywright(readFileSync(report, 'utf8'), code)
}

function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
