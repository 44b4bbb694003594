/** The body when it is at most so long; null for what is longer, cut off or not there. Nothing longer is ever held. */
export async function readBytes(request: Request, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of request.body ?? []) {
      length += part.byteLength
      if (length > mostBytes) return null
      parts.push(part)
    }
  } catch {
    // The line broke: whoever sends asks how far it got, or sends it again.
    return null
  }
  return Buffer.concat(parts)
}

/** The same as JSON; null for what is none. */
export async function readJsonOrNull(request: Request, mostBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes)
  try {
    return JSON.parse(bytes?.toString() ?? '')
  } catch {
    return null
  }
}
