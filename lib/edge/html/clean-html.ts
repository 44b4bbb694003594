import { joinStyles } from './styles.ts'
import { type Attributes, type Token, tokens } from './tokens.ts'

export type CleanHtml = {
  readonly html: string
  /** Contents of every `<style>`, in order: their hashes go into the Content-Security-Policy. */
  readonly styles: readonly string[]
  /** Contents of data blocks that browsers act on (`speculationrules`), for the same reason. */
  readonly rules: readonly string[]
  /** Some stylesheet could not be had as text and is still linked. */
  readonly hasLinkedStyles: boolean
}

/**
 * A page as readers get it: no script but data blocks, none of the framework's traces, its stylesheets inside.
 * `stylesheet` gives the text behind a local `href`, or undefined, which keeps the link.
 */
export function cleanHtml(source: string, stylesheet: (href: string) => string | undefined): CleanHtml {
  const kept: string[] = []
  const styles: string[] = []
  const rules: string[] = []
  const sheets: { readonly href: string; readonly css: string }[] = []
  let sheetPlace = -1
  let hasLinkedStyles = false

  for (const token of tokens(source)) {
    if (token.kind === 'comment') continue
    if (token.kind === 'raw-element') {
      if (token.name === 'script' && !isDataBlock(token)) continue
      if (token.name === 'style') styles.push(token.content)
      if (token.name === 'script' && scriptType(token.attributes) === 'speculationrules') rules.push(token.content)
      kept.push(token.open, token.content, token.close)
      continue
    }
    if (token.kind === 'start' && token.name === 'link') {
      const rel = words(token.attributes.get('rel'))
      if (isFrameworkLink(rel, token.attributes)) continue
      if (rel.includes('stylesheet')) {
        const href = token.attributes.get('href') ?? ''
        const css = stylesheet(href)
        if (css !== undefined && !/<\/style/i.test(css)) {
          if (sheetPlace === -1) sheetPlace = kept.push('') - 1
          if (!sheets.some((sheet) => sheet.href === href)) sheets.push({ href, css })
          continue
        }
        hasLinkedStyles = true
      }
    }
    if (token.kind === 'end' && token.name === 'div' && kept.at(-1) === '<div hidden="">') {
      kept.pop()
      continue
    }
    kept.push(withoutNonce(token))
  }

  if (sheetPlace !== -1) {
    const css = joinStyles(sheets)
    styles.push(css)
    kept[sheetPlace] = `<style>${css}</style>`
  }
  return { html: kept.join(''), styles, rules, hasLinkedStyles }
}

const dataTypes = new Set(['application/ld+json', 'speculationrules'])

/** `<!--` inside a script changes where browsers see its end (13.2.5.15), so such a block is no data of ours. */
function isDataBlock(token: Extract<Token, { kind: 'raw-element' }>): boolean {
  const { attributes, close, content } = token
  return dataTypes.has(scriptType(attributes)) && !attributes.has('src') && close !== '' && !content.includes('<!--')
}

function scriptType(attributes: Attributes): string {
  return attributes.get('type') ?? ''
}

/** Links that only serve scripts, or that point at what has been inlined. */
function isFrameworkLink(rel: readonly string[], attributes: Attributes): boolean {
  // React's `rel=expect` holds rendering back until an element that its dropped scripts would fill.
  if (rel.includes('modulepreload') || rel.includes('expect')) return true
  const as = (attributes.get('as') ?? '').toLowerCase()
  return (rel.includes('preload') || rel.includes('prefetch')) && (as === 'script' || as === 'style')
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').toLowerCase().split(/\s+/)
}

/** A nonce has no meaning in bytes that many readers share. */
function withoutNonce(token: Exclude<Token, { kind: 'raw-element' }>): string {
  if (token.kind !== 'start' || !token.attributes.has('nonce')) return token.raw
  return token.raw.replace(/\s+nonce\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/i, '')
}
