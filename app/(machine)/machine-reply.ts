/** What programs read, as one answer. Status, tags and compression are the page cache's (lib/edge). */
export function machineReply(
  body: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(body, { status, headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers } })
}

export function notFound(): Response {
  return machineReply('There is nothing at this address.\n', 'text/plain', {}, 404)
}

/** For programs that ask by date, and keep no ETag. */
export function lastModifiedHeader(changedAt: Date | null): Readonly<Record<string, string>> {
  return changedAt ? { 'Last-Modified': changedAt.toUTCString() } : {}
}
