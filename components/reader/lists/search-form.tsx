import type { Setting } from '#components/reader/setting.ts'
import type { BlogRef } from '#lib/domain/edition.ts'
import { type SearchQuestion, searchLimits } from '#lib/domain/lists/search.ts'
import { searchFields } from '#lib/input/search-form.ts'
import { searchPath } from '#lib/site/urls.ts'

type Props = { readonly question: SearchQuestion; readonly blogs: readonly BlogRef[]; readonly setting: Setting }

/** A plain GET form. Its field names are those that lib/input/search-form.ts reads. */
export function SearchForm({ question, blogs, setting }: Props) {
  const { edition, words } = setting
  return (
    <search>
      <form className="filters" id="search" tabIndex={-1} action={searchPath(edition)}>
        <label className="wide">
          {words('search.words')}
          <input
            name={searchFields.text}
            type="search"
            defaultValue={question.text}
            maxLength={searchLimits.characters}
            enterKeyHint="search"
          />
        </label>
        <label>
          {words('search.blog')}
          <select name={searchFields.blog} defaultValue={question.blogSlug ?? ''}>
            <option value="">{words('search.allBlogs')}</option>
            {blogs.map((blog) => (
              <option key={blog.id} value={blog.slug}>
                {blog.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('search.from')}
          <input name={searchFields.from} type="date" defaultValue={question.from ?? ''} />
        </label>
        <label>
          {words('search.to')}
          <input name={searchFields.to} type="date" defaultValue={question.to ?? ''} />
        </label>
        <label>
          {words('search.order')}
          <select name={searchFields.order} defaultValue={question.order}>
            <option value="relevance">{words('search.byRelevance')}</option>
            <option value="newest">{words('search.byNewest')}</option>
          </select>
        </label>
        <button type="submit">{words('search.submit')}</button>
      </form>
    </search>
  )
}
