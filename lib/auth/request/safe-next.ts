/** A place inside the newsroom to go on to. Whatever else a link names is the newsroom's first page: no open redirect. */
export function safeNext(next: string | null | undefined): string {
  const home = '/admin'
  if (!next || !/^\/admin(?:[/?]|$)/.test(next) || /[\\\p{Cc}]/u.test(next)) return home
  const url = URL.parse(next, 'http://inside.invalid')
  if (url?.host !== 'inside.invalid' || !/^\/admin(?:\/|$)/.test(url.pathname)) return home
  return /^\/admin\/(sign-in|confirm|reset|first-run|invitation)\b/.test(url.pathname)
    ? home
    : url.pathname + url.search
}
