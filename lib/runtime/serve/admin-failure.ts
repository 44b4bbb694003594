import type { IncomingMessage, ServerResponse } from 'node:http'
import { adminWords, languageOf } from '#lib/i18n/admin/words.ts'
import { directionOf } from '#lib/i18n/direction.ts'

/**
 * A page of the newsroom that could not be made (the database is away, a bug) is answered in words of ours, status 500 as Next
 * gave it. Next's own page is English, says nothing about what was kept, and needs script to be more than its bare frame.
 * Only what a person looks at is swapped: parts of a page, actions and files are answered as they were.
 */
export function wordAdminFailures(request: IncomingMessage, response: ServerResponse): void {
  if (!isLookedAt(request)) return
  const { writeHead, write, end } = response
  let isSwapped = false
  const swap = () => {
    isSwapped = true
    const page = Buffer.from(failurePage(request))
    for (const name of ['Content-Encoding', 'Transfer-Encoding', 'ETag']) response.removeHeader(name)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Length', page.length)
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('Retry-After', '10')
    writeHead.call(response, response.statusCode)
    end.call(response, request.method === 'HEAD' ? undefined : page, 'utf8')
    return response
  }
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isSwapped) return response
      if (status < 500) return Reflect.apply(writeHead, response, [status, ...rest])
      response.statusCode = status
      return swap()
    },
    // Both send the head first, by the function above; what Next goes on to write has nowhere to go then.
    write: (...args: unknown[]) => {
      if (!response.headersSent) response.writeHead(response.statusCode)
      return isSwapped || Reflect.apply(write, response, args)
    },
    end: (...args: unknown[]) => {
      if (!response.headersSent && response.statusCode >= 500) response.writeHead(response.statusCode)
      return isSwapped ? response : Reflect.apply(end, response, args)
    },
  })
}

/** A navigation to a page of the newsroom: Next asks for parts of pages with a header of its own. */
function isLookedAt({ method, url = '', headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    /^\/admin(?:[/?]|$)/.test(url) &&
    headers.rsc === undefined &&
    (headers.accept ?? '').includes('text/html')
  )
}

/** Without the database nobody knows whose language it is, so the browser's counts. */
function failurePage(request: IncomingMessage): string {
  const locale = languageOf(request.headers['accept-language'] ?? null)
  const words = adminWords(locale)
  const nonce = String(request.headers['x-nonce'] ?? '')
  return `<!DOCTYPE html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${words('shell.failure.title')}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif }
body { max-width: 36rem; margin: 12vh auto 0; padding: 0 1.25rem; color: light-dark(#1b1a17, #edeae3); background: light-dark(#fcfbf7, #14120f) }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { display: inline-block; padding-block: .625rem; margin-inline-end: 1.5rem; color: inherit }
a:focus-visible { outline: 3px solid; outline-offset: 2px }
</style>
</head>
<body>
<main>
<h1>${words('shell.failure.title')}</h1>
<p>${words('shell.failure.text')}</p>
<p><a href="">${words('shell.failure.retry')}</a><a href="/admin">${words('shell.forbidden.home')}</a></p>
</main>
</body>
</html>
`
}
