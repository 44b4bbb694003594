import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { StartFailure } from '../failure.ts'

/** Runs a tool of node_modules under this Node, quietly: its last lines are shown only when it fails. */
export async function runTool(options: {
  readonly what: string
  readonly script: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Hears what it says on its way. */
  readonly onLine?: (line: string) => void
}): Promise<void> {
  const { what, script, args, env = {}, onLine = () => {} } = options
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', ...env },
  })
  const lines: string[] = []
  const keep = (text: string) => {
    const line = stripVTControlCharacters(text).trimEnd()
    if (!line) return
    lines.push(line)
    lines.splice(0, lines.length - 40)
  }
  const output = createInterface({ input: child.stdout })
  output.on('line', keep)
  output.on('line', onLine)
  createInterface({ input: child.stderr }).on('line', keep)
  const stop = () => child.kill()
  process.once('exit', stop)
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail)
    child.once('close', settle)
  })
  process.removeListener('exit', stop)
  if (code === 0) return
  const text = lines.join('\n')
  throw new StartFailure(
    `${what} failed:\n${text}`,
    /ENOSPC|No space left/i.test(text)
      ? 'Free some disk space and start again.'
      : 'The lines above name the place. What ran before still stands; mend it and start again.',
  )
}
