import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { stageFields } from '#components/admin/stages/stage-fields.ts'
import { StageList } from '#components/admin/stages/stage-list.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { ConfirmAct } from '#components/admin/ui/confirm-act.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import {
  addDeskStage,
  beginStages,
  orderDeskStages,
  removeDeskStage,
  resetStages,
  saveDeskStage,
} from '#lib/actions/sections/desk-stages.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { stageLimits } from '#lib/domain/desk/stage-changes.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { countInStages, type ListedDesk, listDesks } from '#lib/store/desks/desks-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { keyOf, mayEditStages, stageNames } from '../desk-at.ts'

type Props = { readonly params: Promise<{ readonly desk: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user, found } = await open(params)
  return { title: adminWords(user.interfaceLocale)('stages.open', { name: nameOf(found) }) }
}

export default async function DeskStagesPage({ params }: Props) {
  const { user, found } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const edition = languageName(found.locale)
  return (
    <>
      <PageTitle
        title={words('stages.open', { name: nameOf(found) })}
        {...(found.blogName !== null && { text: edition })}
      >
        <ButtonLink href="/admin/stages">{words('stages.desks')}</ButtonLink>
      </PageTitle>
      {found.own.length === 0 ? <Begin {...{ user, found }} /> : <OwnStages {...{ user, found }} />}
    </>
  )
}

type Shown = { readonly user: SignedIn; readonly found: ListedDesk }

function Begin({ user, found }: Shown) {
  const words = adminWords(user.interfaceLocale)
  const isLikeEdition = found.blogId !== null && found.desk.length > 0
  return (
    <section className="stack-tight">
      <p>{words(isLikeEdition ? 'stages.builtIn.like' : 'stages.builtIn.now')}</p>
      <ol className="plain-list">
        {stageNames(found.desk, words).map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
      <p className="hint">{words('stages.builtIn.beginText')}</p>
      <ActionForm
        id="begin"
        action={beginStages}
        fields={[]}
        hidden={{ desk: keyOf(found) }}
        submit={words('stages.builtIn.begin')}
        words={formWords(words)}
      />
    </section>
  )
}

async function OwnStages({ user, found }: Shown) {
  const words = adminWords(user.interfaceLocale)
  const form = formWords(words)
  const { own: desk } = found
  const counts = await countInStages(found)
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
  // A blog's articles go to the stages of its edition, where that has some.
  const isBackToEdition = found.blogId !== null && (await hasStages(found.editionId))
  return (
    <div className="stack">
      {earlyStates.map((state) => (
        <StageList
          key={state}
          state={state}
          deskKey={keyOf(found)}
          desk={desk}
          counts={counts}
          actions={{ save: saveDeskStage, remove: removeDeskStage, order: orderDeskStages }}
          words={words}
          locale={user.interfaceLocale}
          form={form}
        />
      ))}
      <section className="ruled">
        <h2>{words('stages.add')}</h2>
        {desk.length >= stageLimits.stages ? (
          <p>{words('stages.full', { most: stageLimits.stages })}</p>
        ) : (
          <ActionForm
            key={desk.map(({ id }) => id).join()}
            id="add"
            action={addDeskStage}
            fields={stageFields(desk, words)}
            hidden={{ desk: keyOf(found) }}
            submit={words('stages.addSubmit')}
            words={form}
          />
        )}
      </section>
      <section className="ruled">
        <ConfirmAct
          id="reset"
          action={resetStages}
          ask={words(isBackToEdition ? 'stages.resetToEdition' : 'stages.reset')}
          title={words('stages.resetTitle')}
          consequences={[
            words('stages.resetText', { count: desk.length }),
            words(isBackToEdition ? 'stages.resetArticlesToEdition' : 'stages.resetArticles', { count }),
          ]}
          submit={words('stages.resetSubmit')}
          close={words('shell.form.close')}
          hidden={{ desk: keyOf(found) }}
          words={form}
        />
      </section>
    </div>
  )
}

async function hasStages(editionId: number): Promise<boolean> {
  return (await listDesks()).some((desk) => desk.editionId === editionId && desk.blogId === null && desk.own.length > 0)
}

/** Editions of one newsroom often share a name: their languages tell them apart. */
function nameOf({ blogName, locale }: ListedDesk): string {
  return blogName ?? languageName(locale)
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('stage.edit')
  const { desk: key } = await params
  const found = (await listDesks()).find((desk) => keyOf(desk) === key)
  if (!found) notFound()
  if (!mayEditStages(user, found)) forbidden()
  return { user, found }
}
