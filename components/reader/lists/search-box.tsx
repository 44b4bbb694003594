import type { Setting } from '#components/reader/setting.ts'
import { searchLimits } from '#lib/domain/lists/search.ts'
import { searchFields } from '#lib/input/search-form.ts'
import { searchPath } from '#lib/site/urls.ts'

/** The target of the third skip link: one on every page. */
export function SearchBox({ setting }: { readonly setting: Setting }) {
  const { edition, words } = setting
  return (
    <search>
      <form className="box" id="search" tabIndex={-1} action={searchPath(edition)}>
        <label htmlFor="q">{words('search.words')}</label>
        <input
          id="q"
          name={searchFields.text}
          type="search"
          maxLength={searchLimits.characters}
          enterKeyHint="search"
        />
        <button type="submit">{words('search.submit')}</button>
      </form>
    </search>
  )
}
