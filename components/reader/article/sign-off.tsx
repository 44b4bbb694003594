import type { Setting } from '#components/reader/setting.ts'
import type { Byline } from '#lib/domain/article.ts'
import { contributorPath } from '#lib/site/urls.ts'

/** Who wrote it, at the end, as a letter is signed. */
export function SignOff({ bylines, setting }: { readonly bylines: readonly Byline[]; readonly setting: Setting }) {
  if (bylines.length === 0) return null
  return (
    <p className="signed">
      {bylines.map((byline) => (
        <span key={byline.slug}>
          <a rel="author" href={contributorPath(setting.edition, byline.slug)}>
            <bdi>{byline.name}</bdi>
          </a>
          {byline.role ? ` (${byline.role})` : null}
        </span>
      ))}
    </p>
  )
}
