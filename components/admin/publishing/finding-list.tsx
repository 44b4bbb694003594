import type { Finding } from '#lib/domain/publishing/checks.ts'
import { findingText } from '#lib/i18n/admin/publishing/finding-text.ts'
import type { PublishingSetting } from './publishing-setting.ts'

type Props = Pick<PublishingSetting, 'findings' | 'words' | 'locale' | 'edition'>

/** What the checks found, each with the way to where it is put right. */
export function FindingList({ findings, words, locale, edition }: Props) {
  const voice = { words, locale, timeZone: edition.timeZone }
  const groups = [
    { title: words('publishing.checks.blocks'), found: findings.filter(({ blocks }) => blocks) },
    { title: words('publishing.checks.hints'), found: findings.filter(({ blocks }) => !blocks) },
  ].filter(({ found }) => found.length > 0)
  return (
    <>
      <h3>{words('publishing.checks.title')}</h3>
      <p className="hint">
        {findings.every(({ blocks }) => !blocks) && `${words('publishing.checks.fine')} `}
        {words('publishing.checks.saved')}
      </p>
      {groups.map(({ title, found }) => (
        <section key={title} aria-label={title}>
          <h4>{title}</h4>
          <ul className="findings">
            {found.map((finding) => (
              <li key={keyOf(finding)} className={finding.blocks ? 'blocks' : undefined}>
                <a href={`#part-${finding.field}`}>{findingText(finding, voice)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function keyOf(finding: Finding): string {
  return JSON.stringify(finding)
}
