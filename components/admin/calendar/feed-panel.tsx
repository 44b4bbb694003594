import type { FormState } from '#lib/domain/form-state.ts'
import type { CalendarFeed } from '#lib/domain/publishing/calendar-feed.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import './calendar.css'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Edition = { readonly id: number; readonly locale: string }

type Props = {
  readonly feeds: readonly CalendarFeed[]
  readonly editions: readonly Edition[]
  /** What the page shows: a new address is of the same. */
  readonly edition: Edition
  readonly blog: { readonly id: number; readonly name: string } | null
  readonly timeZone: string
  readonly actions: Readonly<Record<'make' | 'renew' | 'end', Action>>
  readonly form: { readonly working: string; readonly problems: string }
  readonly words: AdminWords
  readonly locale: string
}

/** Below the calendar: the addresses that show it in a person's own calendar program. */
export function FeedPanel({ feeds, editions, edition, blog, timeZone, actions, form, words, locale }: Props) {
  const nameOf = (one: Edition | undefined, blogName: string | null) => {
    const name = one ? languageName(one.locale) : '–'
    return blogName === null
      ? words('calendarFeeds.wholeEdition', { edition: name })
      : words('calendarFeeds.oneBlog', { edition: name, blog: `\u2068${blogName}\u2069` })
  }
  const copyWords = {
    copy: words('calendarFeeds.copy'),
    copied: words('calendarFeeds.copied'),
    copyFailed: words('calendarFeeds.copyFailed'),
  }
  return (
    <section className="ruled calendar-feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{words('calendarFeeds.title')}</h2>
      <p>{words('calendarFeeds.text')}</p>
      <p className="hint">{words('calendarFeeds.secret')}</p>
      <ActionForm
        id="feed"
        action={actions.make}
        hidden={{ edition: String(edition.id), blog: blog ? String(blog.id) : '' }}
        fields={[]}
        submit={words('calendarFeeds.make', { place: nameOf(edition, blog?.name ?? null) })}
        kind="plain"
        words={form}
        copyWords={copyWords}
      />
      <h3>{words('calendarFeeds.list')}</h3>
      {feeds.length === 0 && <p className="hint">{words('calendarFeeds.none')}</p>}
      <ul>
        {feeds.map((feed) => {
          const { id, place, blogName, endedAt } = feed
          const name = nameOf(
            editions.find((one) => one.id === place.editionId),
            blogName,
          )
          const hidden = { feed: String(id) }
          return (
            <li key={id}>
              <FeedFacts feed={feed} name={name} timeZone={timeZone} words={words} locale={locale} />
              {!endedAt && (
                <details>
                  <summary>{words('calendarFeeds.change')}</summary>
                  <ActionForm
                    id={`renew-feed-${id}`}
                    action={actions.renew}
                    hidden={hidden}
                    fields={[]}
                    submit={words('calendarFeeds.renew', { place: name })}
                    kind="plain"
                    words={form}
                    copyWords={copyWords}
                  >
                    <p>{words('calendarFeeds.renewText')}</p>
                  </ActionForm>
                  <ActionForm
                    id={`end-feed-${id}`}
                    action={actions.end}
                    hidden={hidden}
                    fields={[]}
                    submit={words('calendarFeeds.end', { place: name })}
                    kind="danger"
                    words={form}
                  >
                    <p>{words('calendarFeeds.endText')}</p>
                  </ActionForm>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function FeedFacts({
  feed: { madeAt, lastUsedAt, endedAt },
  name,
  timeZone,
  words,
  locale,
}: Pick<Props, 'timeZone' | 'words' | 'locale'> & { readonly feed: CalendarFeed; readonly name: string }) {
  const format = formatOf({ locale, timeZone })
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <p className="hint">
        {words('calendarFeeds.madeAt', { when: format.dateTimeZone(madeAt) })}
        {'. '}
        {lastUsedAt
          ? words('calendarFeeds.used', { when: format.dateTimeZone(lastUsedAt) })
          : words('calendarFeeds.neverUsed')}
        {'.'}
      </p>
      {endedAt && <p role="status">{words('calendarFeeds.endedAt', { when: format.dateTimeZone(endedAt) })}</p>}
    </>
  )
}
