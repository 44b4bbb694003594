import type { FormState } from '#lib/domain/form-state.ts'
import { type PreviewLink, previewHours, previewState } from '#lib/domain/publishing/preview.ts'
import type { PreviewMessages } from '#lib/i18n/admin/publishing/previews/words.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { ownPreviewPath } from '#lib/site/urls.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { PreviewForm } from './preview-form.client.tsx'
import './previews.css'

type Action = (state: FormState, form: FormData) => Promise<FormState>

type Props = {
  readonly articleId: number
  readonly links: readonly PreviewLink[]
  readonly timeZone: string
  /** False: they may look at their own preview, and share none. */
  readonly mayShare: boolean
  readonly actions: { readonly make: Action; readonly close: Action }
  readonly words: AdminWords
  readonly messages: PreviewMessages
  readonly locale: string
  readonly now: Date
}

const lifetimes = { 1: 'hour', 24: 'day', 168: 'week', 720: 'month' } as const

/** Beside the text: how it will look, and the links that show it to people outside. */
export function PreviewPanel({ articleId, links, timeZone, mayShare, actions, words, messages, locale, now }: Props) {
  const form = { working: words('shell.form.working'), problems: words('shell.form.problems') }
  return (
    <details className="publishing">
      <summary>
        <h2 id="previews-title">{words('previews.title')}</h2>
      </summary>
      <section aria-labelledby="previews-title">
        <p>
          <a href={ownPreviewPath(articleId)} target="_blank" rel="noopener">
            {words('previews.open')}
          </a>{' '}
          <span className="hint">{words('previews.openHint')}</span>
        </p>
        {mayShare && (
          <>
            <p className="hint">{words('previews.text')}</p>
            <PreviewForm
              articleId={articleId}
              action={actions.make}
              choices={previewHours.map((hours) => ({
                value: String(hours),
                label: words(`previews.${lifetimes[hours]}`),
              }))}
              locale={locale}
              messages={messages}
              form={form}
            />
            <h3>{words('previews.list')}</h3>
            {links.length === 0 && <p className="hint">{words('previews.none')}</p>}
            <ul className="preview-links">
              {links.map((link) => (
                <li key={link.id}>
                  <LinkFacts link={link} timeZone={timeZone} words={words} locale={locale} now={now} />
                  {previewState(link, now) === 'open' && (
                    <ActionForm
                      id={`close-preview-${link.id}`}
                      action={actions.close}
                      hidden={{ articleId: String(articleId), link: String(link.id) }}
                      fields={[]}
                      submit={words('previews.revoke', {
                        number: formatOf({ locale, timeZone }).number(link.revision),
                      })}
                      kind="danger"
                      words={form}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </details>
  )
}

function LinkFacts({
  link,
  timeZone,
  words,
  locale,
  now,
}: Pick<Props, 'timeZone' | 'words' | 'locale' | 'now'> & { readonly link: PreviewLink }) {
  const format = formatOf({ locale, timeZone })
  const state = previewState(link, now)
  const { revision, by, expiresAt, revokedAt, openedCount, openedAt } = link
  return (
    <>
      <p>
        <strong>{words('previews.line', { number: format.number(revision), name: `\u2068${by}\u2069` })}</strong>
      </p>
      <p>
        {state === 'open' && words('previews.until', { when: format.dateTimeZone(expiresAt) })}
        {state === 'expired' && words('previews.expired', { when: format.dateTimeZone(expiresAt) })}
        {revokedAt && words('previews.closed', { when: format.dateTimeZone(revokedAt) })}
      </p>
      <p className="hint">
        {openedAt
          ? words('previews.opened', { count: openedCount, when: format.dateTimeZone(openedAt) })
          : words('previews.neverOpened')}
      </p>
    </>
  )
}
