import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { useSetting } from '../setting.ts'
import type { PanelProps } from './panel.ts'
import { TextField } from './text-field.tsx'

/** Google cuts descriptions near 155 characters, and titles near 60. */
const shownDescription = 155
const shownTitle = 60

/** How the article looks where others show it, as it is typed. */
export function SearchPanel({ draft, change, blogSlug }: PanelProps & { readonly blogSlug: string }) {
  const { words, origin, edition, pictures } = useSetting()
  const picture = draft.pictureId === null ? undefined : pictures.get(draft.pictureId)
  const size = picture && renditionNear(picture, '16x9', 480)
  const host = URL.parse(origin)?.host ?? ''
  return (
    <>
      <TextField
        label={words('search.description')}
        hint={words('search.descriptionHint')}
        rows={3}
        lang={edition.locale}
        maxLength={draftLimits.description}
        value={draft.description ?? ''}
        onChange={(text) => change({ description: text || null })}
      />
      <TextField
        label={words('search.social')}
        hint={words('search.socialHint')}
        rows={3}
        lang={edition.locale}
        maxLength={draftLimits.socialText}
        value={draft.socialText ?? ''}
        onChange={(text) => change({ socialText: text || null })}
      />
      <figure className="preview" aria-label={words('search.result')}>
        <figcaption className="hint">{words('search.result')}</figcaption>
        <p className="preview-address" dir="ltr">
          {[host, edition.isDefault ? '' : edition.key, blogSlug, draft.slug].filter(Boolean).join(' › ')}
        </p>
        <p className="preview-title" dir="auto">
          {cut(`${draft.headline} · ${edition.name}`, shownTitle)}
        </p>
        <p dir="auto">{cut(draft.description || draft.standfirst, shownDescription)}</p>
      </figure>
      <figure className="preview card" aria-label={words('search.card')}>
        <figcaption className="hint">{words('search.card')}</figcaption>
        {picture && size && (
          // biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off.
          <img
            src={renditionAddress({ token: picture.token, crop: '16x9', width: size.width, format: 'jpg' })}
            alt={pictureWords(picture, edition.locale).alt}
            width={size.width}
            height={size.height}
          />
        )}
        <p className="preview-address" dir="ltr">
          {host}
        </p>
        <p className="preview-title" dir="auto">
          {draft.headline}
        </p>
        <p dir="auto">{cut(draft.socialText || draft.standfirst, 200)}</p>
      </figure>
    </>
  )
}

/** By characters as people count them, at a word's end. */
function cut(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most)
        .join('')
        .replace(/\s+\S*$/, '')} …`
}
