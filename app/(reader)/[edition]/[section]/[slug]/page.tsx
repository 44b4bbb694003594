import type { Metadata } from 'next'
import { cache } from 'react'
import { AboutBox } from '#components/reader/article/about-box.tsx'
import { ArticlePage } from '#components/reader/article/article-page.tsx'
import { LatestBox } from '#components/reader/article/latest-box.tsx'
import { Neighbours } from '#components/reader/article/neighbours.tsx'
import { RelatedBox } from '#components/reader/article/related-box.tsx'
import { Frame } from '#components/reader/frame/frame.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import type { ArticleView } from '#lib/domain/article.ts'
import { setReply } from '#lib/env/slot.ts'
import { breadcrumbs, graph, newsArticle } from '#lib/site/jsonld/jsonld.ts'
import { articleHead } from '#lib/site/page-head.ts'
import { articleSiblings } from '#lib/site/siblings.ts'
import { absolute, articlePath, homePath, permanentPath, sectionPath } from '#lib/site/urls.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findBesideArticle } from '#lib/store/pages/beside-article.ts'
import { Gone, goneHead } from '../../gone.tsx'
import { missingHead } from '../../missing.tsx'
import { OldAddress, oldPath } from '../../old-address.tsx'
import { findScene, type Scene } from '../../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string; readonly section: string; readonly slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition, section, slug } = await params
  const { scene, at } = await load(edition, section, slug)
  if (at.kind === 'article') return articleHead(scene.place, at.article)
  return at.kind === 'gone' ? goneHead(scene, at.gone) : missingHead(scene)
}

export default async function ArticleRoute({ params }: Props) {
  const { edition, section, slug } = await params
  const { scene, at } = await load(edition, section, slug)
  switch (at.kind) {
    case 'article':
      return <Article article={at.article} scene={scene} />
    case 'gone':
      return <Gone gone={at.gone} scene={scene} />
    case 'moved':
      setReply({ kind: 'moved', location: articlePath(scene.chrome.edition, at.to) })
      return null
    case 'missing':
      return <OldAddress path={oldPath(edition, section, slug)} scene={scene} />
  }
}

const load = cache(async (editionSegment: string, blogSlug: string, slug: string) => {
  const scene = await findScene(editionSegment)
  if (!scene.isEdition) return { scene, at: { kind: 'missing' } as const }
  return { scene, at: await findArticleAt({ editionId: scene.chrome.edition.id, blogSlug, slug }) }
})

async function Article({ article, scene }: { readonly article: ArticleView; readonly scene: Scene }) {
  const { chrome, place, setting } = scene
  const { edition } = chrome
  const beside = await findBesideArticle({
    articleId: article.id,
    blogId: article.blog.id,
    editionId: edition.id,
    at: article.publishedAt,
    topicIds: article.topics.map((topic) => topic.id),
  })
  const blogPath = sectionPath(edition, article.blog.slug)
  const ownPath = articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug })
  const trail = breadcrumbs(place, [
    { name: edition.name, path: homePath(edition) },
    { name: article.blog.name, path: blogPath },
    { name: article.headline, path: ownPath },
  ])
  return (
    <Frame chrome={chrome} setting={setting} here={blogPath} siblings={articleSiblings(edition, article)}>
      <main className="beside" id="main" tabIndex={-1}>
        <ArticlePage
          article={article}
          permanentAddress={absolute(place.origin, permanentPath(article.id))}
          setting={setting}
        />
        <JsonLd data={graph(newsArticle(place, article), trail)} />
      </main>
      <div className="side">
        <AboutBox blog={beside.about} setting={setting} />
        <LatestBox blog={article.blog} cards={beside.latest} setting={setting} />
      </div>
      <Neighbours older={beside.older} newer={beside.newer} setting={setting} />
      <RelatedBox cards={beside.related} setting={setting} />
    </Frame>
  )
}
