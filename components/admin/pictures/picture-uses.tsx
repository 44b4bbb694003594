import type { PictureUse } from '#lib/domain/media/library.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

/** Where a picture is shown, each place with a way there. */
export function PictureUses({ uses, words }: { readonly uses: readonly PictureUse[]; readonly words: AdminWords }) {
  if (uses.length === 0) return <p>{words('pictures.uses.none')}</p>
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={`${use.kind} ${addressOf(use)}`}>
          {words(`pictures.uses.${use.kind}`)}{' '}
          <a href={addressOf(use)}>
            <bdi>{use.name}</bdi>
          </a>
          {!use.isPublic && <span className="hint"> ({words('pictures.uses.hidden')})</span>}
        </li>
      ))}
    </ul>
  )
}

function addressOf(use: PictureUse): string {
  switch (use.kind) {
    case 'slot':
      return `/admin/fronts/${use.editionId}`
    case 'contributor':
      return `/admin/contributors/${use.contributorId}`
    default:
      return `/admin/articles/${use.articleId}`
  }
}
