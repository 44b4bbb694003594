import type { Metadata } from 'next'
import { AccountHead } from '#components/admin/people/account-tabs.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { endOtherSessions, endSession } from '#lib/actions/account/sessions.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { browserName } from '#lib/domain/people/browser-name.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { findRefusedSignIns } from '#lib/store/people/guesses.ts'
import { listSessions } from '#lib/store/people/sessions.ts'
import { formWords } from '../../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requirePerson()).interfaceLocale)('auth.sessions.title') }
}

/** The 30 days of the sentence that says it. */
const toldMs = 30 * 24 * 3_600_000

export default async function SessionsPage() {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const now = new Date()
  const [sessions, { passwords, codes }] = await Promise.all([
    listSessions(user.id, now),
    findRefusedSignIns(user.id, new Date(now.getTime() - toldMs)),
  ])
  // Seen from anywhere: the zone is said.
  const moment = formatOf({ locale: user.interfaceLocale, timeZone: 'UTC' }).dateTimeZone
  return (
    <>
      <AccountHead words={words} current="sessions" />
      <div className="stack">
        {codes && (
          <Notice>
            <p>{words('auth.sessions.refusedCodes', { count: codes.count, when: moment(codes.last) })}</p>
          </Notice>
        )}
        {passwords && (
          <Notice>
            <p>{words('auth.sessions.refused', { count: passwords.count, when: moment(passwords.last) })}</p>
          </Notice>
        )}
        <p>{words('auth.sessions.text')}</p>
        <Table
          caption={words('auth.sessions.title')}
          columns={[
            { key: 'device', title: words('auth.sessions.device') },
            { key: 'address', title: words('auth.sessions.address') },
            { key: 'since', title: words('auth.sessions.since') },
            { key: 'until', title: words('auth.sessions.until') },
            { key: 'end', title: words('auth.sessions.actions') },
          ]}
          rows={sessions.map(({ id, userAgent, ipAddress, createdAt, expiresAt }) => ({
            key: id,
            cells: {
              device: (
                <bdi title={userAgent ?? undefined}>
                  {(userAgent && (browserName(userAgent) ?? userAgent)) || words('auth.sessions.unknown')}
                </bdi>
              ),
              address: <bdi>{ipAddress || words('auth.sessions.unknown')}</bdi>,
              since: moment(createdAt),
              until: moment(expiresAt),
              end:
                id === user.sessionId ? (
                  words('auth.sessions.here')
                ) : (
                  <ActionForm
                    id={`session-${id}`}
                    action={endSession}
                    submit={words('auth.sessions.end')}
                    kind="plain"
                    words={formWords(words)}
                    hidden={{ id }}
                    fields={[]}
                  />
                ),
            },
          }))}
        />
        {sessions.length > 1 && (
          <ActionForm
            id="others"
            action={endOtherSessions}
            submit={words('auth.sessions.endOthers')}
            kind="danger"
            words={formWords(words)}
            fields={[]}
          />
        )}
      </div>
    </>
  )
}
