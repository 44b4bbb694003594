import type { Metadata } from 'next'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { saveCrawlers, savePublishingSignIn, saveSessionLength, sendTestLetter } from '#lib/actions/site/settings.ts'
import { requireUser } from '#lib/auth/session.ts'
import { crawlerGroups, crawlers } from '#lib/domain/site/crawlers.ts'
import { publishingSignInHours } from '#lib/domain/site/publishing-sign-in.ts'
import { sessionDays } from '#lib/domain/site/session-length.ts'
import { env } from '#lib/env/env.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { findDeniedCrawlers } from '#lib/store/site/crawler-setting.ts'
import { findPublishingSignIn } from '#lib/store/site/publishing-sign-in.ts'
import { findSessionDays } from '#lib/store/site/session-setting.ts'
import { formWords } from '../../../door-words.ts'
import { OrganisationForm } from './organisation-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('site.edit')).interfaceLocale)('site.settings.title') }
}

export default async function SettingsPage() {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  return (
    <>
      <PageTitle title={words('site.settings.title')} text={words('site.settings.text')} />
      <div className="stack">
        <section>
          <h2>{words('site.settings.organisation')}</h2>
          <OrganisationForm words={words} />
        </section>
        <SignIn words={words} />
        <PublishingSignIn words={words} />
        <Crawlers words={words} />
        <Mail words={words} />
      </div>
    </>
  )
}

type PartProps = { readonly words: AdminWords }

async function SignIn({ words }: PartProps) {
  const days = await findSessionDays()
  return (
    <section className="ruled">
      <h2>{words('site.settings.sessions')}</h2>
      <ActionForm
        id="sessions"
        action={saveSessionLength}
        submit={words('site.settings.save')}
        kind="plain"
        words={formWords(words)}
        fields={[
          {
            ...{ kind: 'select', name: 'days', label: words('site.settings.sessionDays'), value: String(days) },
            hint: words('site.settings.sessionHint'),
            options: sessionDays.map((count) => ({
              value: String(count),
              label: words('site.settings.days', { count }),
            })),
          },
        ]}
      />
      <p>
        {words('site.settings.twoFactor')} <a href="/admin/people">{words('shell.nav.people')}</a>
      </p>
    </section>
  )
}

async function PublishingSignIn({ words }: PartProps) {
  const stored = await findPublishingSignIn()
  const label = (count: number) =>
    count === 0 ? words('site.settings.askNever') : words('site.settings.askAfter', { count })
  return (
    <section className="ruled">
      <h2>{words('site.settings.askAgain')}</h2>
      <p>{words('site.settings.askAgainText')}</p>
      <ActionForm
        id="publishing-sign-in"
        action={savePublishingSignIn}
        submit={words('site.settings.save')}
        kind="plain"
        words={formWords(words)}
        fields={[
          {
            ...{ kind: 'select', name: 'hours', label: words('site.settings.askWhen'), value: String(stored) },
            options: publishingSignInHours.map((hours) => ({ value: String(hours), label: label(hours) })),
          },
        ]}
      />
    </section>
  )
}

async function Crawlers({ words }: PartProps) {
  const denied = await findDeniedCrawlers()
  return (
    <section className="ruled">
      <h2>{words('site.settings.crawlers')}</h2>
      <p>{words('site.settings.crawlersText')}</p>
      <ActionForm
        id="crawlers"
        action={saveCrawlers}
        submit={words('site.settings.save')}
        kind="plain"
        words={formWords(words)}
        fields={[]}
      >
        {crawlerGroups.map((group) => (
          <fieldset className="field" key={group}>
            <legend>{words(`site.settings.groups.${group}`)}</legend>
            {crawlers[group].map((crawler) => (
              <label className="check" key={crawler}>
                <input type="checkbox" name="allowed" value={crawler} defaultChecked={!denied.includes(crawler)} />
                <bdi>{crawler}</bdi>
              </label>
            ))}
          </fieldset>
        ))}
      </ActionForm>
    </section>
  )
}

function Mail({ words }: PartProps) {
  const { mail } = env()
  return (
    <section className="ruled">
      <h2>{words('site.settings.mail')}</h2>
      <p>{mail ? words('site.settings.mailOn', { from: mail.from }) : words('site.settings.mailOff')}</p>
      {mail && (
        <ActionForm
          id="mail"
          action={sendTestLetter}
          submit={words('site.settings.testMail')}
          kind="plain"
          words={formWords(words)}
          fields={[]}
        />
      )}
    </section>
  )
}
