import { useId, useState } from 'react'
import { isArticleSlug } from '#lib/domain/site/address.ts'
import { suggestSlug } from '#lib/domain/writing/editor/suggest-slug.ts'
import { Button } from '../../ui/button.tsx'
import { FieldFrame } from '../../ui/field.tsx'
import type { BlogChoice } from '../page-facts.ts'
import { useSetting } from '../setting.ts'
import type { PanelProps } from './panel.ts'
import { TextField } from './text-field.tsx'

export function AddressPanel({
  draft,
  change,
  blogs,
  isPublished,
  mayMove,
}: PanelProps & { readonly blogs: readonly BlogChoice[]; readonly isPublished: boolean; readonly mayMove: boolean }) {
  const { words, origin } = useSetting()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isUnspellable, setUnspellable] = useState(false)
  const blog = blogs.find((one) => one.id === draft.blogId)
  const slug = typed ?? draft.slug
  const isFixed = isPublished && !mayMove
  /** The draft never holds what is no address: half-typed ones stay in the field. */
  const type = (text: string) => {
    setUnspellable(false)
    setTyped(isArticleSlug(text) ? null : text)
    if (isArticleSlug(text)) change({ slug: text })
  }
  const suggest = () => {
    const suggestion = suggestSlug(draft.headline)
    setUnspellable(suggestion === '')
    if (suggestion) type(suggestion)
  }
  const problem = isUnspellable ? words('address.none') : typed !== null ? words('address.bad') : undefined
  return (
    <fieldset disabled={isFixed}>
      {isPublished && <p className="hint">{words(mayMove ? 'address.kept' : 'address.fixed')}</p>}
      <FieldFrame id={id} label={words('address.blog')}>
        <select id={id} value={draft.blogId} onChange={(event) => change({ blogId: Number(event.target.value) })}>
          {blogs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
      <TextField
        label={words('address.slug')}
        value={slug}
        dir="ltr"
        maxLength={96}
        problem={problem}
        onChange={type}
      />
      <p className="address" dir="ltr">
        {origin}/{blog?.slug}/{draft.slug}
      </p>
      <Button type="button" onPress={suggest}>
        {words('address.suggest')}
      </Button>
    </fieldset>
  )
}
