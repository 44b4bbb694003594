import { type Env, envMessage, parseEnv } from '#lib/env/env.ts'
import { StartFailure } from '../failure.ts'

/** The environment of a command, or one message about all that is wrong with it. */
export function readEnv(): Env {
  const parsed = parseEnv(process.env)
  if (parsed.ok) return parsed.value
  throw new StartFailure(envMessage(parsed.error), 'Correct or unset what is named above, then start again.')
}
