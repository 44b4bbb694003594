import { SearchBox } from '#components/reader/lists/search-box.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { Chrome } from '#lib/domain/edition.ts'
import { correctionsPath, sectionPath, topicPath } from '#lib/site/urls.ts'

type Props = { readonly chrome: Chrome; readonly hasSearchAbove: boolean; readonly setting: Setting }

export function PageFoot({ chrome, hasSearchAbove, setting }: Props) {
  const { edition, words } = setting
  const topics = chrome.topics.map((topic) => ({ path: topicPath(edition, topic.slug), text: topic.name }))
  const pages = [
    ...chrome.pages.map((page) => ({ path: sectionPath(edition, page.slug), text: page.title })),
    { path: correctionsPath(edition), text: words('nav.corrections') },
  ]
  return (
    <footer className="foot">
      {hasSearchAbove ? null : <SearchBox setting={setting} />}
      <nav aria-label={words('footer.label')}>
        <LinkList title={words('nav.topics')} links={topics} />
        <LinkList title={words('footer.pages')} links={pages} />
      </nav>
      {chrome.footerText && <p>{chrome.footerText}</p>}
      <p>
        <bdi>{words('footer.copyright', { name: chrome.site.legalName })}</bdi>
        {chrome.site.email ? <a href={`mailto:${chrome.site.email}`}>{chrome.site.email}</a> : null}
        {chrome.site.socials.map((address) => (
          <a key={address} href={address} rel="me">
            {new URL(address).hostname.replace(/^www\./, '')}
          </a>
        ))}
      </p>
    </footer>
  )
}

type Link = { readonly path: string; readonly text: string }

function LinkList({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path}>{link.text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
