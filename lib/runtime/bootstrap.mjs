// The first file of every command, run by whatever Node the machine has: installs what is missing, then hands over to
// main.ts under the Node 24 that npm installed. Plain JavaScript on purpose, and nothing but Node's own modules.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const runsTypeScript = 24
const major = Number(process.versions.node.split('.')[0])

process.chdir(root)
if (major < 20) fail(`Node ${process.versions.node} is too old.`, 'Install Node 20 or newer (https://nodejs.org).')
const startedAt = Date.now()
process.env.MASTHEAD_STARTED_AT = String(startedAt)
const isInstalled = isUpToDate()
if (!isInstalled) install()
process.env.MASTHEAD_PACKAGES = isInstalled
  ? 'unchanged'
  : `installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`

// Compiled code of Next and the rest is kept beside the packages: a worker then starts in two thirds of the time. Node 20
// knows nothing of it; the processes started from here read the variable.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled')
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

// `npm run <command>`: checks and measurements have a program of their own.
const [command = 'start', ...rest] = process.argv.slice(2)
const programs = { test: 'check/main.ts', bench: 'bench/main.ts' }
const program = join(root, 'lib', 'runtime', programs[command] ?? 'main.ts')
const args = command in programs ? rest : [command, ...rest]
if (major >= runsTypeScript) {
  process.argv.splice(1, process.argv.length, program, ...args)
  await import(pathToFileURL(program).href)
} else {
  handOver(findNode())
}

/** Whether every package of the lock file stands in node_modules in its version, as npm itself noted there. */
function isUpToDate() {
  const noted = join('node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  try {
    const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
    const wanted = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)
    return wanted.every(([path, { version, optional, dev, devOptional }]) => {
      if (path === '' || installed[path]?.version === version) return true
      // Optional ones are for other platforms; development's may be left out by whoever deploys.
      return installed[path] === undefined && Boolean(optional || dev || devOptional)
    })
  } catch {
    // Torn by an interrupted install.
    return false
  }
}

function install() {
  console.log('[1/8] Packages: npm ci …')
  // npm names the Node that runs it and its own file: with them it works even while node_modules/.bin is rewritten.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const isNpm = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  // Warnings about engines are about this older Node, which only installs.
  const npmArgs = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // A production machine needs the development packages too: the build uses them.
  const env = { ...process.env, NODE_ENV: 'development' }
  const done = isNpm
    ? spawnSync(node ?? process.execPath, [npm, ...npmArgs], { stdio: 'inherit', env })
    : spawnSync('npm', npmArgs, { stdio: 'inherit', env })
  if (done.signal) process.exit(130)
  if (done.status !== 0) {
    fail(
      `npm could not install the packages (${done.error?.message ?? `exit ${done.status}`}).`,
      'Its own message stands above. With a connection to the npm registry and free disk space, start again.',
    )
  }
}

/** The Node 24 of this platform's package, else the running one if it is new enough. */
function findNode() {
  for (const name of ['node', 'node-bin']) {
    const file = join(root, 'node_modules', `${name}-${process.platform}-${process.arch}`, 'bin', 'node')
    if (existsSync(file) && spawnSync(file, ['--version']).status === 0) return file
  }
  if (major >= runsTypeScript) return process.execPath
  return fail(
    `No Node ${runsTypeScript} for ${process.platform} on ${process.arch} came with the packages that npm installed.`,
    `Install Node ${runsTypeScript} or newer (https://nodejs.org) and start again; this one is ${process.versions.node}.`,
  )
}

function handOver(node) {
  const child = spawn(node, [program, ...args], { stdio: 'inherit' })
  // The terminal sends Ctrl-C to the child as well; main.ts takes two within a moment for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGKILL' ? 9 : 15) : (code ?? 1)))
}

function fail(message, next) {
  console.error(`\n${message}\n${next}`)
  process.exit(1)
}
