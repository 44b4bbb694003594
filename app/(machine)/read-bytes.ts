/** A body: its bytes; `long` for more than are taken, `broken` for what was cut off. Nothing longer is ever held. */
type Body = Buffer | 'long' | 'broken'

async function readBody(request: Request, mostBytes: number): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return 'long'
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of request.body ?? []) {
      length += part.byteLength
      if (length > mostBytes) return 'long'
      parts.push(part)
    }
  } catch {
    // The line broke: whoever sends asks how far it got, or sends it again.
    return 'broken'
  }
  return Buffer.concat(parts)
}

/** The body when it is at most so long; null for what is longer or cut off. */
export async function readBytes(request: Request, mostBytes: number): Promise<Buffer | null> {
  const body = await readBody(request, mostBytes)
  return typeof body === 'string' ? null : body
}

/** The body as JSON in UTF-8 (RFC 8259, 8.1), or why it is none. */
export async function readJson(
  request: Request,
  mostBytes: number,
): Promise<{ readonly value: unknown } | 'long' | 'bad'> {
  const body = await readBody(request, mostBytes)
  if (typeof body === 'string') return body === 'long' ? 'long' : 'bad'
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch {
    return 'bad'
  }
}

/** The same; null for what is none. */
export async function readJsonOrNull(request: Request, mostBytes: number): Promise<unknown> {
  const read = await readJson(request, mostBytes)
  return typeof read === 'object' ? read.value : null
}
