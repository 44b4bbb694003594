import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileRefusal } from '../file-refusal.ts'

export type FileHead = {
  /** Label of the WHATWG Encoding Standard. */
  readonly encoding: string
  /** What the file says of itself, where that is not true. */
  readonly falselyDeclared: string | null
  /** The first characters, for whoever asks what this is. */
  readonly text: string
}

const headBytes = 65_536
const partBytes = 65_536

/** Looks at the first bytes: byte-order mark, then what an XML declaration says, then whether that can be true. */
export async function readFileHead(path: string): Promise<FileHead> {
  const bytes = await firstBytes(path)
  if (bytes.length === 0) throw new FileRefusal('unknown-format', 'the file is empty')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new FileRefusal('compressed', 'zip')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new FileRefusal('compressed', 'gzip')
  const declared = /^[^<]{0,4}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(bytes.toString('latin1'))?.[1]
  const encoding = markOf(bytes) ?? honest(declared ?? 'utf-8', bytes)
  const text = decoderOf(encoding, false).decode(bytes)
  const falselyDeclared = declared && labelOf(declared) !== encoding && !isVague(declared, encoding) ? declared : null
  return { encoding, falselyDeclared, text }
}

/** The text of a file, a part at a time. Bytes that are none of its encoding end it: what follows could be anything. */
export async function* decodeFile(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, true)
  let offset = 0
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: partBytes })) {
      yield decoder.decode(bytes, { stream: true })
      offset += bytes.length
    }
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new FileRefusal('wrong-encoding', `${encoding}, near byte ${offset}`)
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark: an XML file begins with "<", JSON with an ASCII sign too.
  if (bytes[1] === 0 && bytes[0] !== 0) return 'utf-16le'
  return bytes[0] === 0 && bytes[1] !== 0 ? 'utf-16be' : null
}

/** A declaration that survived a conversion: text of several UTF-8 sequences is UTF-8, whatever it says above. */
function honest(declared: string, bytes: Buffer): string {
  const label = labelOf(declared)
  if (label === 'utf-8') return label
  if (label.startsWith('utf-16')) return 'utf-8'
  return bytes.some((byte) => byte > 0x7f) && isUtf8(bytes) ? 'utf-8' : label
}

function isUtf8(bytes: Buffer): boolean {
  try {
    // The head may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** "UTF-16" names two encodings, and a mark says which. */
function isVague(declared: string, encoding: string): boolean {
  return /^utf-?16$/i.test(declared) && encoding.startsWith('utf-16')
}

function labelOf(declared: string): string {
  return decoderOf(declared, false).encoding
}

function decoderOf(encoding: string, fatal: boolean): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal })
  } catch {
    throw new FileRefusal('unknown-encoding', encoding)
  }
}
