import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { useSetting } from '../setting.ts'
import type { PanelProps } from './panel.ts'
import { TextField } from './text-field.tsx'

/** Longer ones are cut by Google's results (about 70 characters of a title) and by cards. */
const longHeadline = 90
const longStandfirst = 220

export function HeadlineFields({ draft, change }: PanelProps) {
  const { words, edition } = useSetting()
  const hint = (text: string, most: number) => {
    const count = Array.from(text).length
    return count > most ? words('headline.long', { count, most }) : words('headline.count', { count })
  }
  return (
    <>
      <TextField
        label={words('headline.label')}
        look="headline"
        rows={1}
        lang={edition.locale}
        dir={edition.direction}
        value={draft.headline}
        maxLength={draftLimits.headline}
        hint={hint(draft.headline, longHeadline)}
        onChange={(headline) => change({ headline })}
      />
      <TextField
        label={words('headline.standfirst')}
        look="standfirst"
        rows={2}
        lang={edition.locale}
        dir={edition.direction}
        value={draft.standfirst}
        maxLength={draftLimits.standfirst}
        hint={hint(draft.standfirst, longStandfirst)}
        onChange={(standfirst) => change({ standfirst })}
      />
    </>
  )
}
