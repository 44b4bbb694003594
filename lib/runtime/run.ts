import { StartFailure } from './failure.ts'

/** Runs a command: a failure that somebody can mend is told in two lines, a bug with all that is known of it. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (error instanceof StartFailure) console.error(`\n${error.message}\n→ ${error.next}`)
    else console.error('\nThis is a bug of Masthead:', error)
    process.exit(1)
  }
}
