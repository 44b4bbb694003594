import type { Setting } from '#components/reader/setting.ts'
import type { Source } from '#lib/domain/article.ts'

export function Sources({ sources, setting }: { readonly sources: readonly Source[]; readonly setting: Setting }) {
  if (sources.length === 0) return null
  return (
    <div className="sources">
      <h2>{setting.words('article.sources')}</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.name} dir="auto">
            {source.href ? <a href={source.href}>{source.name}</a> : source.name}
          </li>
        ))}
      </ul>
    </div>
  )
}
