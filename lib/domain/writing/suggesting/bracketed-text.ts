import { blockLines } from '#lib/domain/writing/saving/block-text.ts'
import { isSuggestion, type SuggestedBlock, type SuggestedRun, type SuggestionMark } from './suggested-body.ts'

const signs = { insertion: '+', deletion: '−' } as const satisfies Record<SuggestionMark['kind'], string>

/** A block in plain text, what is suggested in it in brackets: `the [−big] [+vast] river`. For comparing, where marks can't be drawn. */
export function bracketedText(
  block: SuggestedBlock,
  textOf: (block: SuggestedBlock) => string = (one) => blockLines(one, bracketedRun).join('\n'),
): string {
  return bracketed(textOf(block), block.suggestion ? [block.suggestion] : [])
}

function bracketedRun({ text, marks = [] }: SuggestedRun): string {
  return bracketed(text, marks.filter(isSuggestion))
}

/** The space at the ends of words stays outside. */
function bracketed(text: string, marks: readonly SuggestionMark[]): string {
  return marks.reduce((inner, { kind }) => inner.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1[${signs[kind]}$2]$3`), text)
}
