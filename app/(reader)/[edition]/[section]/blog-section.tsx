import { AboutBox } from '#components/reader/article/about-box.tsx'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { ArticleListView } from '#components/reader/lists/article-list.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import type { Blog } from '#lib/domain/blog.ts'
import type { Paging } from '#lib/domain/lists/listing.ts'
import { breadcrumbs, graph } from '#lib/site/jsonld/jsonld.ts'
import { collectionPage } from '#lib/site/jsonld/jsonld-pages.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { blogArchivePath, homePath, pagedPath, sectionPath } from '#lib/site/urls.ts'
import { listOfBlog } from '#lib/store/pages/lists.ts'
import { articlesPerPage } from '../lengths.ts'
import type { Scene } from '../scene.ts'

type Props = { readonly blog: Blog; readonly paging: Paging; readonly scene: Scene }

export async function BlogSection({ blog, paging, scene }: Props) {
  const { chrome, place, setting } = scene
  const { edition } = chrome
  const { words } = setting
  const path = sectionPath(edition, blog.slug)
  const list = await listOfBlog({ blogId: blog.id, paging, limit: articlesPerPage })
  const trail = breadcrumbs(place, [
    { name: edition.name, path: homePath(edition) },
    { name: blog.name, path },
  ])
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={path}
      siblings={siblingsOf(chrome.editions, blog.siblings, sectionPath)}
    >
      <main className="beside" id="main" tabIndex={-1}>
        <PageTitle label={words('blog.label')} title={blog.name} standfirst={blog.standfirst} />
        <ArticleListView list={list} path={path} hasBlogNames={false} empty={words('lists.empty')} setting={setting} />
        <a className="more" href={blogArchivePath(edition, blog.slug)}>
          {words('blog.archive')}
        </a>
        <JsonLd
          data={graph(collectionPage(place, { ...blog, path: pagedPath(path, paging), cards: list.items }), trail)}
        />
      </main>
      <div className="side">
        <AboutBox blog={blog} setting={setting} />
      </div>
    </Frame>
  )
}
