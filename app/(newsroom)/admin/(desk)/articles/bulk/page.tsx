import type { Metadata } from 'next'
import { BulkForm, BulkLines } from '#components/admin/desk/bulk-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { TextArea } from '#components/admin/ui/field.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { carryOutBulk } from '#lib/actions/publishing/bulk.ts'
import { type BulkPlan, findBulkGround, planBulk } from '#lib/actions/support/bulk/bulk-step.ts'
import { requireSignedIn, requireUserAnywhere } from '#lib/auth/session.ts'
import { type BulkAct, bulkPermission } from '#lib/domain/publishing/bulk.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { bulkQuestion } from '#lib/input/articles/bulk-form.ts'
import { publishingLimits } from '#lib/input/articles/publishing-forms.ts'
import { cleanQuery } from '#lib/input/articles/saved-filter-form.ts'
import { ChooseForm, choiceOf } from './choose-form.tsx'
import { readablePlaces } from './readable-places.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireSignedIn()).interfaceLocale)('bulk.title') }
}

/** Says exactly what an act would do with each of the chosen articles, and does it only then. */
export default async function BulkPage({ searchParams }: Props) {
  const person = await requireSignedIn()
  const words = adminWords(person.interfaceLocale)
  const { act, article: ids, back = '', ...choices } = bulkQuestion.parse(await searchParams)
  const list = `/admin/articles?${cleanQuery(back)}`
  const places = await readablePlaces(ids, person)
  if (!act || places.length === 0)
    return (
      <>
        <PageTitle title={words('bulk.title')} />
        <EmptyState title={words('bulk.nothing')} text={words('bulk.nothingText')}>
          <ButtonLink href={list}>{words('bulk.back')}</ButtonLink>
        </EmptyState>
      </>
    )
  const user = await requireUserAnywhere(bulkPermission[act])
  const choice = await choiceOf({ act, places, choices, words, locale: user.interfaceLocale })
  const setting = { act, choices, ground: await findBulkGround(choices), user, words, now: new Date() }
  const plan = choice.isMade ? await planBulk(places, setting) : null
  const count = plan?.ready.length ?? 0
  return (
    <>
      <PageTitle title={words(`bulk.acts.${act}`)}>
        <ButtonLink href={list}>{words('bulk.back')}</ButtonLink>
      </PageTitle>
      <div className="stack">
        {choice.field && <ChooseForm act={act} places={places} back={back} field={choice.field} words={words} />}
        {plan && (
          <BulkForm
            key={JSON.stringify(choices)}
            action={carryOutBulk}
            act={act}
            items={plan.ready.map(({ id, version }) => `${id}:${version}`)}
            hidden={choice.hidden}
            isDanger={act === 'withdraw'}
            words={{
              ...{
                confirm: words('bulk.confirm', { act: words(`bulk.acts.${act}`), count }),
                undo: words('bulk.undo'),
              },
              ...{ working: words('shell.form.working'), results: words('bulk.results') },
              ...{ isDone: words('bulk.isDone'), isLeft: words('bulk.isLeft') },
            }}
          >
            <Plan act={act} plan={plan} name={choice.name} words={words} />
            {act === 'withdraw' && count > 0 && <WithdrawFields words={words} />}
          </BulkForm>
        )}
      </div>
    </>
  )
}

type PlanProps = { readonly act: BulkAct; readonly plan: BulkPlan; readonly name: string; readonly words: AdminWords }

function Plan({ act, plan: { ready, left }, name, words }: PlanProps) {
  const count = ready.length
  const marks = { isDone: words('bulk.isDone'), isLeft: words('bulk.isLeft') }
  return (
    <>
      {count === 0 && <p>{words('bulk.none')}</p>}
      {count > 0 && (
        <section className="stack-tight">
          <h2>{sentence(act, count, name, words)}</h2>
          <ul className="plan">
            {ready.map(({ id, headline, locale }) => (
              <li key={id}>
                <bdi lang={locale}>{headline}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section className="stack-tight">
          <h2>{words('bulk.cannot', { count: left.length })}</h2>
          <BulkLines lines={left} words={marks} />
        </section>
      )}
    </>
  )
}

function sentence(act: BulkAct, count: number, name: string, words: AdminWords): string {
  switch (act) {
    case 'schedule':
      return words('bulk.will.schedule', { count, when: name })
    case 'add-topic':
    case 'remove-topic':
    case 'move':
      return words(`bulk.will.${act}`, { count, name })
    default:
      return words(`bulk.will.${act}`, { count })
  }
}

function WithdrawFields({ words }: { readonly words: AdminWords }) {
  return (
    <>
      <TextArea
        name="notice"
        label={words('publishing.field.notice')}
        hint={words('publishing.field.noticeHint')}
        maxLength={publishingLimits.notice}
        rows={3}
      />
      <TextArea name="reason" label={words('publishing.field.reason')} maxLength={publishingLimits.reason} rows={3} />
    </>
  )
}
