/** Several stylesheets as the text of one `<style>`: relative addresses are made to hold in any page. */
export function joinStyles(sheets: readonly { readonly href: string; readonly css: string }[]): string {
  return sheets.map(({ href, css }) => withAbsoluteUrls(withoutCharset(css), href).trim()).join('\n')
}

function withoutCharset(css: string): string {
  // Browsers hash what the parser made of line ends, and a charset rule means nothing inside a page.
  return css
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/^\uFEFF?(@charset\s+"[^"]*";)?/i, '')
}

const urlShape = /url\(\s*(["']?)([^"')]+)\1\s*\)/gi

function withAbsoluteUrls(css: string, href: string): string {
  return css.replace(urlShape, (whole, quote: string, address: string) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) return whole
    const { pathname, search } = new URL(address, new URL(href, 'http://site.invalid'))
    return `url(${quote}${pathname}${search}${quote})`
  })
}
