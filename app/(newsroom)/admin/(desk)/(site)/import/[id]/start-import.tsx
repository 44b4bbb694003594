import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { startImport } from '#lib/actions/imports/import-runs.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { listImportPlaces } from '#lib/store/imports/import-ground.ts'
import type { ImportRun } from '#lib/store/imports/import-runs.ts'
import { formWords } from '../../../../door-words.ts'

/** What to do with a file: the report first, the import when somebody has read it. */
export async function StartImport({ run, words }: { readonly run: ImportRun; readonly words: AdminWords }) {
  const places = await listImportPlaces()
  const { editionId, blogId, fetches, siteUrl } = run.options
  const hasReport = run.isDry && run.state === 'done'
  const edition = places.find(({ id }) => id === editionId) ?? places[0]
  return (
    <section className="ruled" aria-labelledby="start">
      <h2 id="start">{words('imports.start')}</h2>
      <ActionForm
        // What it answered was about the run before.
        key={`${run.state} ${run.endedAt?.toISOString()}`}
        id="start-import"
        action={startImport}
        submit={words('imports.go')}
        words={formWords(words)}
        hidden={{ run: String(run.id) }}
        fields={[
          {
            ...{ kind: 'select', name: 'step', label: words('imports.step'), value: hasReport ? 'import' : 'look' },
            options: [
              { value: 'look', label: words('imports.look') },
              { value: 'import', label: words('imports.take') },
            ],
          },
          {
            ...{ kind: 'select', name: 'edition', label: words('imports.edition'), value: String(edition?.id ?? '') },
            options: places.map(({ id, name, locale }) => ({ value: String(id), label: `${name} (${locale})` })),
          },
          {
            ...{ kind: 'select', name: 'blog', label: words('imports.blog'), value: String(blogId ?? '') },
            hint: words('imports.blogHint'),
            options: [
              { value: '', label: words('imports.ownBlog') },
              ...places.flatMap(({ locale, blogs }) =>
                blogs.map(({ id, name }) => ({ value: String(id), label: `${name} (${locale})` })),
              ),
            ],
          },
          {
            ...{ kind: 'input', name: 'site', label: words('imports.site'), hint: words('imports.siteHint') },
            ...{ type: 'url', inputMode: 'url', dir: 'ltr', value: siteUrl ?? '' },
          },
          {
            ...{ kind: 'checks', name: 'fetch', label: words('imports.pictures'), chosen: fetches ? ['yes'] : [] },
            options: [{ value: 'yes', label: words('imports.fetch'), hint: words('imports.fetchHint') }],
          },
        ]}
      />
    </section>
  )
}
