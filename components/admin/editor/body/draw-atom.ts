import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import type { AtomViews } from '../schema/atom-nodes.ts'
import type { EditorSetting } from '../setting.ts'

/** The inside of a figure or an embed, made of DOM: ProseMirror draws outside of React. */
export function drawAtom({
  words,
  edition,
  pictures,
}: Pick<EditorSetting, 'words' | 'edition' | 'pictures'>): AtomViews['draw'] {
  return (kind, attrs) => {
    if (kind === 'embed')
      return [
        line('strong', String(attrs.title)),
        line('p', String(attrs.fallback)),
        line('small', `${String(attrs.provider)} · ${String(attrs.url)}`),
      ]
    const picture = pictures.get(Number(attrs.pictureId))
    if (!picture) return [line('p', words('figure.missing'))]
    const { alt, caption, credit, isOwn } = pictureWords(picture, edition.locale)
    const image = document.createElement('img')
    const { width, height } = renditionNear(picture, 'whole', attrs.size === 'wide' ? 960 : 640)
    Object.assign(image, {
      src: renditionAddress({ token: picture.token, crop: 'whole', width, format: 'jpg' }),
      alt,
      width,
      height,
    })
    const facts = document.createElement('dl')
    const decorative = attrs.decorative ? words('figure.isDecorative', { reason: String(attrs.decorative) }) : null
    for (const [name, value] of [
      [words('figure.alt'), decorative ?? alt],
      [words('figure.caption'), caption],
      [words('figure.credit'), credit ?? ''],
    ] as const)
      facts.append(line('dt', name), line('dd', value || words('figure.none')))
    return isOwn || decorative
      ? [image, facts]
      : [image, facts, line('p', words('figure.otherLanguage', { language: edition.language }))]
  }
}

/** textContent: whatever the words hold stays words. */
function line(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.dir = 'auto'
  element.textContent = text
  return element
}
