import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { Picture } from '#lib/domain/media/picture.ts'

type Props = {
  readonly contributor: {
    readonly picture: Picture | null
    readonly isPseudonym: boolean
    readonly links: readonly string[]
  }
  readonly setting: Setting
}

/** Beside the words about a contributor: the portrait, whether the name is their own, and where they are reached. */
export function ContributorFacts({ contributor, setting }: Props) {
  const { picture, isPseudonym, links } = contributor
  const { words } = setting
  return (
    <>
      {picture && (
        <p className="portrait">
          <PictureView picture={picture} place="portrait" />
        </p>
      )}
      {isPseudonym && <p>{words('contributor.pseudonym')}</p>}
      {links.length > 0 && (
        <nav className="links" aria-label={words('contributor.contact')}>
          <ul>
            {links.map((address) => (
              <li key={address}>
                <a href={address} rel="me">
                  {shown(address)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

function shown(address: string): string {
  return address.replace(/^(?:mailto:|https:\/\/(?:www\.)?)/, '').replace(/\/$/, '')
}
