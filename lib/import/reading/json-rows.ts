import { JSONParser, TokenType } from '@streamparser/json'
import { FileRefusal } from '../file-refusal.ts'
import { decodeFile } from './decode-file.ts'

export type JsonRow = {
  /** Where it stood: names and numbers from the root on. */
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

const longestSilence = 32 * 1024 * 1024
/** Every value inside others costs the parser a look at all of them: a million lists in each other would take days. */
const deepest = 200

/**
 * The values at `paths` (`$.db.*.data.*.*`), one in memory at a time. What stands elsewhere is kept by the parser: the paths must reach
 * everything that is long. Documents may follow each other, as in JSON Lines.
 */
export async function* readJsonRows(file: string, encoding: string, paths: readonly string[]): AsyncGenerator<JsonRow> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false, separator: '' })
  let waiting: JsonRow[] = []
  let silence = 0
  parser.onValue = ({ value, key, stack }) => {
    silence = 0
    const names = stack.slice(1).map((element) => element.key)
    waiting.push({ path: [...names, key].filter((name) => name !== undefined), value })
  }
  let depth = 0
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--
    if (depth > deepest) throw new FileRefusal('broken-json', `values ${deepest} deep`)
  }
  parser.onError = (error) => {
    throw error instanceof FileRefusal ? error : new FileRefusal('broken-json', error.message)
  }
  let isFirst = true
  for await (const part of decodeFile(file, encoding)) {
    silence += part.length
    if (silence > longestSilence) throw new FileRefusal('endless-text', `${longestSilence} characters without an end`)
    parser.write(isFirst ? part.replace(/^\ufeff/, '') : part)
    isFirst = false
    yield* waiting
    waiting = []
  }
  parser.end()
}
