import type { ReactNode } from 'react'
import type { Inline, Mark, Run } from '#lib/domain/text/body.ts'
import { articlePath } from '#lib/site/urls.ts'
import { Foreign } from '../foreign.tsx'
import type { BlockSetting } from './block-setting.ts'

/** Runs of text with their marks, the first mark outermost. */
export function InlineText({ content, setting }: { readonly content: Inline; readonly setting: BlockSetting }) {
  return content.map((run, position) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs never move; the server renders them once.
    return <MarkedRun key={position} run={run} setting={setting} />
  })
}

function MarkedRun({ run, setting }: { readonly run: Run; readonly setting: BlockSetting }) {
  return (run.marks ?? []).reduceRight<ReactNode>((inner, mark) => wrap(inner, mark, setting), run.text)
}

function wrap(inner: ReactNode, mark: Mark, setting: BlockSetting): ReactNode {
  switch (mark.kind) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'emphasis':
      return <em>{inner}</em>
    case 'link':
      return <a href={mark.href}>{inner}</a>
    case 'article-link': {
      const article = setting.linked.get(mark.articleId)
      // An article that is no longer public leaves its words without the link.
      return article ? <a href={articlePath(setting.edition, article)}>{inner}</a> : inner
    }
    case 'language':
      return <Foreign lang={mark.lang}>{inner}</Foreign>
    default:
      return mark satisfies never
  }
}
