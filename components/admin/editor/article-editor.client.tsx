'use client'

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleDraft } from '#lib/domain/editor/article-draft.ts'
import { type EditorMessages, editorWords } from '#lib/i18n/admin/editor/words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { BodyHandle } from './body/body-editor.tsx'
import { type SaveDraft, useManualSave } from './manual-save.tsx'
import type { PageFacts } from './page-facts.ts'
import { HeadlineFields } from './panels/headline-fields.tsx'
import type { Translate } from './panels/translations-panel.tsx'
import { type EditedEdition, type EditorSetting, EditorSettingContext, type Lookups } from './setting.ts'
import { SidePanels } from './side-panels.tsx'
import './editor.css'

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
  readonly save: SaveDraft
  readonly translate: Translate
  /** Panels of others: publishing, comments, revisions. */
  readonly children?: ReactNode
}

/** The page on which an article is written: text, what stands beside it, and whether it is saved. One draft for all of it. */
export function ArticleEditor(props: ArticleEditorProps) {
  const { articleId, edition, origin, locale, messages, facts, lookups, children } = props
  const [draft, setDraft] = useState(props.initial)
  const [told, setTold] = useState<string | null>(null)
  const [besideId, setBesideId] = useState<number | null>(null)
  const body = useRef<BodyHandle>(null)
  const setting = useMemo<EditorSetting>(
    () => ({
      ...{ words: editorWords(locale, messages), articleId, edition, origin, lookups },
      pictures: new Map(facts.pictures.map((picture) => [picture.id, picture])),
      tell: setTold,
    }),
    [locale, messages, articleId, edition, origin, lookups, facts.pictures],
  )
  const { words } = setting
  const saving = useManualSave({ articleId, version: props.version, draft, save: props.save, words })
  const change = useCallback((patch: Partial<ArticleDraft>) => setDraft((before) => ({ ...before, ...patch })), [])
  useSaveKey(saving.save)
  const beside = facts.siblings.find(({ id }) => id === besideId)
  const isReadOnly = !facts.mayEdit
  return (
    <EditorSettingContext value={setting}>
      <div className="writing">
        <header className="writing-head">
          <p>
            <strong>{words(`state.${facts.state}`)}</strong> · {edition.language}
          </p>
          <p role="status">{isReadOnly ? words('readOnly') : saving.message}</p>
          {!isReadOnly && (
            <Button type="button" kind="primary" onPress={saving.save}>
              {words('save')}
            </Button>
          )}
        </header>
        {saving.problems}
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
          <div className="pane" lang={edition.locale}>
            <fieldset disabled={isReadOnly} dir={edition.direction}>
              <HeadlineFields draft={draft} change={change} />
            </fieldset>
            <Suspense fallback={<p className="hint">{words('body.loading')}</p>}>
              <BodyEditor
                ref={body}
                body={props.initial.body}
                isReadOnly={isReadOnly}
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
            facts={facts}
            translate={props.translate}
            besideId={besideId}
            onBeside={setBesideId}
            onShow={(text) => body.current?.show(text)}
          />
        </aside>
      </div>
    </EditorSettingContext>
  )
}

/** ⌘S and Ctrl+S save the article, not the page as a file. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.code !== 'KeyS') return
      event.preventDefault()
      save()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [save])
}
