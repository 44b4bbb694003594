import { plainBlocks } from '#components/reader/blocks/block-setting.ts'
import { BodyView } from '#components/reader/blocks/body-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { Blog } from '#lib/domain/blog.ts'
import { contributorPath } from '#lib/site/urls.ts'

/** What a blog is, in its own words: beside each of its articles and on its own page. */
export function AboutBox({ blog, setting }: { readonly blog: Blog; readonly setting: Setting }) {
  const { edition, words } = setting
  return (
    <aside className="ruled" aria-labelledby="about-blog">
      <h2 id="about-blog">{words('blog.about')}</h2>
      <BodyView body={blog.about} setting={plainBlocks(setting)} />
      {blog.editor ? (
        <p className="meta">
          <span>
            {`${words('blog.editor')}: `}
            <a href={contributorPath(edition, blog.editor.slug)}>
              <bdi>{blog.editor.name}</bdi>
            </a>
          </span>
        </p>
      ) : null}
    </aside>
  )
}
