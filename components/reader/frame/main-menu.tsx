import type { Setting } from '#components/reader/setting.ts'
import type { Chrome } from '#lib/domain/edition.ts'
import { archivePath, latestPath, sectionPath } from '#lib/site/urls.ts'

type Props = { readonly chrome: Chrome; readonly here: string; readonly setting: Setting }

/** A <details> on a phone, one row on a wide screen: the same list, without script. */
export function MainMenu({ chrome, here, setting }: Props) {
  const { edition, words } = setting
  const items = [
    { path: latestPath(edition), text: words('nav.latest') },
    ...chrome.blogs.map((blog) => ({ path: sectionPath(edition, blog.slug), text: blog.name })),
    { path: archivePath(edition), text: words('nav.archive') },
  ]
  return (
    <nav className="menu" id="menu" tabIndex={-1} aria-label={words('nav.label')}>
      <details>
        <summary>{words('nav.sections')}</summary>
        <ul>
          {items.map((item) => (
            <li key={item.path}>
              <a href={item.path} aria-current={item.path === here || undefined}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
