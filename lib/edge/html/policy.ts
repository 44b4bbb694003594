import { createHash } from 'node:crypto'
import type { CleanHtml } from './clean-html.ts'

type Inline = Pick<CleanHtml, 'styles' | 'rules' | 'hasLinkedStyles'>

/**
 * Content-Security-Policy of a reader page. JSON-LD needs no hash: a data block of a type that browsers don't know is
 * left before CSP is asked; speculation rules are asked about (HTML Standard, "prepare the script element").
 */
export function contentPolicy({ styles, rules, hasLinkedStyles }: Inline): string {
  const style = [...(hasLinkedStyles ? ["'self'"] : []), ...hashes(styles)]
  return [
    "default-src 'none'",
    `script-src ${hashes(rules).join(' ') || "'none'"}`,
    `style-src ${style.join(' ') || "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    // Nothing on the page connects. Programs that judge it (Lighthouse) read robots.txt from within it.
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** For what is no page: feeds, JSON, text. A feed may bring its own look. */
export const documentPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'"

export function securityHeaders(siteUrl: string): readonly (readonly [string, string])[] {
  const isSecure = siteUrl.startsWith('https:')
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'browsing-topics=(), camera=(), geolocation=(), microphone=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    // Without includeSubDomains: the newsroom's other hosts are not ours to bind.
    ...(isSecure ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ]
}

function hashes(contents: readonly string[]): readonly string[] {
  return [...new Set(contents)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
