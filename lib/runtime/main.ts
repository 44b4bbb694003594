import { join } from 'node:path'
import { StartFailure } from './failure.ts'
import { run } from './run.ts'
import { migrateCommand, seedCommand, transferCommand } from './start/commands.ts'
import { serveSite } from './start/serve-site.ts'

const root = join(import.meta.dirname, '..', '..')

/** Commands that end let the process end by itself; the site runs until a signal. */
const commands: Readonly<Record<string, () => Promise<void>>> = {
  start: () => serveSite(root, 'production'),
  dev: () => serveSite(root, 'development'),
  migrate: () => migrateCommand(root).then(() => process.exit(0)),
  seed: () => seedCommand(root).then(() => process.exit(0)),
  import: () => transferCommand(root, 'import', process.argv.slice(3)).then((code) => process.exit(code)),
  export: () => transferCommand(root, 'export', process.argv.slice(3)).then((code) => process.exit(code)),
}

const name = process.argv[2] ?? 'start'
await run(async () => {
  const command = commands[name]
  if (!command) throw new StartFailure(`No command "${name}".`, `There are: ${Object.keys(commands).join(', ')}.`)
  await command()
})
