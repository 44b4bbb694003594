/**
 * XML as text. Its shape is fixed here, so that a library would only add a way to get it wrong; what comes from people goes
 * through `escapeXml`, also inside attributes, and `]]>` needs no care because there are no CDATA sections.
 */
export function escapeXml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** `<name key="value">text</name>`; an attribute or a text that is null is left out. */
export function element(name: string, text: string | null, attributes: Attributes = {}): string {
  return raw(name, text === null ? null : escapeXml(text), attributes)
}

/** An element around what is XML already. */
export function raw(name: string, inner: string | null, attributes: Attributes = {}): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  )
  return inner === null ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inner}</${name}>`
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** What XML 1.0 (section 2.2) has no way to write: control characters, halves of pairs, the two non-characters. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '')
}
