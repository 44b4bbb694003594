export type Refusal = { readonly status: 400 | 404 | 405 | 414 | 421 | 500; readonly text: string }

// Longer than any address we make, shorter than Node's own limit for the whole head.
const longestUrl = 4096

/** Why a request target can't be an address here, or null. */
export function refusalOfUrl(url: string): Refusal | null {
  if (url.length > longestUrl) return { status: 414, text: 'This address is too long.' }
  // Absolute form must be understood as well (RFC 9112, 3.2.2).
  if (!/^(?:https?:\/)?\//i.test(url)) return { status: 400, text: 'This is not an address of this site.' }
  try {
    if (decodeURIComponent(url).includes('\0')) throw new URIError('NUL')
    return null
  } catch {
    return { status: 400, text: 'This address is not well formed.' }
  }
}
