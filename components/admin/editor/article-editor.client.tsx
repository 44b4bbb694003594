'use client'

import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { type LibrarySetup, libraryOf } from '#components/admin/pictures/picker/library.ts'
import { CommentsPanel, type CommentsSetup } from '#components/admin/saving/comments/comments-panel.client.tsx'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { settle, type Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import { hasSuggestions } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { type SavingMessages, savingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { type EditorMessages, editorWords } from '#lib/i18n/admin/editor/words.ts'
import { SavingContext, type SavingSetup } from '../saving/saving.ts'
import { SavingBar, SavingNotices } from '../saving/saving-bar.client.tsx'
import { type NoticesSetup, useNoticesRead } from '../saving/use-notices-read.ts'
import { useSaving } from '../saving/use-saving.client.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useHasScript } from '../ui/use-has-script.ts'
import type { BodyHandle } from './body/body-editor.tsx'
import { type PageFacts, sayFacts } from './page-facts.ts'
import { HeadlineFields } from './panels/headline-fields.tsx'
import type { Translate } from './panels/translations-panel.tsx'
import { type EditedEdition, type EditorSetting, EditorSettingContext, type Lookups } from './setting.ts'
import { Panel, SidePanels } from './side-panels.tsx'
import { SuggestSwitch } from './suggesting/panel/suggest-switch.tsx'
import { SuggestionsPanel } from './suggesting/panel/suggestions-panel.tsx'
import { useSuggestMode } from './suggesting/use-suggest-mode.ts'
import './editor.css'
import './suggesting/suggesting.css'
import '../pictures/pictures.css'

/** ProseMirror comes apart from the page: headline and panels can be used while it loads, and nothing else loads it. */
const BodyEditor = lazy(async () => ({ default: (await import('./body/body-editor.tsx')).BodyEditor }))
const BodyReader = lazy(async () => ({ default: (await import('./body/body-editor.tsx')).BodyReader }))

export type ArticleEditorProps = {
  readonly articleId: number
  readonly version: number
  readonly initial: ArticleDraft
  readonly edition: EditedEdition
  readonly origin: string
  readonly locale: string
  readonly messages: EditorMessages
  readonly facts: PageFacts
  readonly lookups: Lookups
  readonly library: LibrarySetup
  readonly saving: Omit<SavingSetup, 'articleId' | 'version' | 'initial' | 'mayEdit'>
  readonly savingMessages: SavingMessages
  readonly comments: CommentsSetup
  readonly notices: NoticesSetup
  readonly translate: Translate
  /** Panels of others: publishing. They find draft and version in `SavingContext`. */
  readonly children?: ReactNode
}

/** The page on which an article is written: text, what stands beside it, and whether it is saved. One draft for all of it. */
export function ArticleEditor(props: ArticleEditorProps) {
  const { articleId, edition, origin, locale, messages, facts, lookups, library, children } = props
  const [told, setTold] = useState<string | null>(null)
  const [besideId, setBesideId] = useState<number | null>(null)
  const body = useRef<BodyHandle>(null)
  // Those that were chosen since stay known when the page around is made anew.
  const pictures = useRef(new Map<number, PictureChoice>()).current
  for (const picture of facts.pictures) pictures.set(picture.id, picture)
  const { id: userId } = props.saving.user
  const { people } = props.comments
  const suggest = useSuggestMode(articleId)
  const setting = useMemo<EditorSetting>(
    () => ({
      ...{ words: editorWords(locale, messages), articleId, edition, origin, lookups },
      library: libraryOf(library, { locale, edition }),
      ...{ pictures, tell: setTold, suggester: { by: userId, people, locale } },
    }),
    [locale, messages, articleId, edition, origin, lookups, library, pictures, userId, people],
  )
  const { words } = setting
  const { version, initial, savingMessages, comments } = props
  const saving = useSaving({ ...props.saving, articleId, version, initial, mayEdit: facts.mayEdit })
  const { draft, change, generation, isReadOnly } = saving
  useNoticesRead(articleId, props.notices)
  const onShow = useCallback((text: string) => body.current?.show(text), [])
  // Open from the first suggestion on: it does not close over the last one that is settled.
  const wasSuggested = useRef(false)
  if (suggest.isOn || hasSuggestions(draft.body)) wasSuggested.current = true
  const hasScript = useHasScript()
  const savesIn = useMemo(() => savingWords(locale, savingMessages), [locale, savingMessages])
  const { user } = props.saving
  const panel = { words: savesIn, locale, articleId }
  // Through the editor, so that it can be taken back there; before it has come, in the draft that it begins with.
  const onSettle = (ids: readonly string[], verdict: Verdict) =>
    body.current ? body.current.settle(ids, verdict) : change({ body: settle(draft.body, ids, verdict) })
  const beside = facts.siblings.find(({ id }) => id === besideId)
  return (
    <EditorSettingContext value={setting}>
      <SavingContext value={saving}>
        <div className="writing">
          <h1 className="hidden-words" lang={edition.locale} dir={edition.direction}>
            {initial.headline}
          </h1>
          <header className="writing-head">
            <SavingBar
              {...{ saving, articleId, words: savesIn }}
              tools={isReadOnly ? null : <SuggestSwitch mode={suggest} words={words} />}
            >
              <p>
                <strong>{words(`state.${facts.state}`)}</strong> · {edition.language}
                {suggest.isOn && !isReadOnly && <> · {words('suggesting.mode')}</>}
              </p>
            </SavingBar>
          </header>
          <SavingNotices {...panel} {...sayFacts(facts)} saving={saving} user={user} />
          {told && (
            <Notice>
              <p>{told}</p>
              <Button type="button" kind="quiet" onPress={() => setTold(null)}>
                {words('putAway')}
              </Button>
            </Notice>
          )}
          <div className={beside ? 'writing-panes two' : 'writing-panes'}>
            {beside && (
              <section
                className="pane beside"
                lang={beside.locale}
                dir={beside.direction}
                aria-label={words('translations.besideLabel', { edition: beside.editionName })}
              >
                <h2>{beside.headline}</h2>
                <p className="beside-standfirst">{beside.standfirst}</p>
                <Suspense fallback={<p className="hint">{words('body.loading')}</p>}>
                  <BodyReader
                    key={beside.id}
                    body={beside.body}
                    locale={beside.locale}
                    direction={beside.direction}
                    label={words('translations.besideLabel', { edition: beside.editionName })}
                  />
                </Suspense>
              </section>
            )}
            <div className="pane sheet">
              <fieldset disabled={isReadOnly || !hasScript} id="part-headline">
                <HeadlineFields draft={draft} change={change} />
              </fieldset>
              <Suspense fallback={<p className="hint">{words('body.loading')}</p>}>
                <span id="part-body" />
                <BodyEditor
                  key={generation}
                  ref={body}
                  body={draft.body}
                  isReadOnly={isReadOnly}
                  suggest={suggest}
                  onChange={(body) => change({ body })}
                />
              </Suspense>
            </div>
          </div>
          <aside className="panels" aria-label={words('panels.label')}>
            {children}
            <SidePanels
              draft={draft}
              change={change}
              facts={isReadOnly ? { ...facts, mayEdit: false } : facts}
              translate={props.translate}
              besideId={besideId}
              onBeside={setBesideId}
              onShow={onShow}
            />
            <Panel title={words('suggesting.panel')} part="suggestions" isOpen={wasSuggested.current}>
              <SuggestionsPanel
                body={draft.body}
                isReadOnly={isReadOnly}
                onSettle={onSettle}
                onUndo={() => body.current?.undo()}
                onShow={(id) => body.current?.showSuggestion(id)}
              />
            </Panel>
            <Panel title={savesIn('comments.title')} isOpen={comments.threads.some(({ resolved }) => !resolved)}>
              <CommentsPanel
                {...panel}
                {...comments}
                isPublished={facts.state === 'published'}
                body={draft.body}
                onShow={onShow}
              />
            </Panel>
          </aside>
        </div>
      </SavingContext>
    </EditorSettingContext>
  )
}
