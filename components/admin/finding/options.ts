import { type Found, type FoundKind, fitsQuestion, foundKinds, pathOf } from '#lib/domain/lists/found.ts'
import type { FinderCommand, FinderWords, PageMove } from './finder-words.ts'

/** One row of the list: where it leads, or what it does. */
export type Option = {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly lang: string | undefined
  readonly dir: 'ltr' | 'rtl' | 'auto'
} & ({ readonly href: string } | { readonly does: 'sign-out' | 'shortcuts' } | PageMove)

export type OptionGroup = { readonly key: string; readonly title: string; readonly options: readonly Option[] }

/** Every command fits nothing typed; typed words must fit, and a short list never hides what was found. */
const mostCommands = 4

/** What the list shows, in groups: with a question what fits it, without one what was opened last and what can be done. */
export function groupsOf(asked: {
  readonly text: string
  readonly items: readonly Found[]
  readonly recent: readonly Found[]
  readonly commands: readonly FinderCommand[]
  readonly words: FinderWords
}): readonly OptionGroup[] {
  const { text, items, recent, commands, words } = asked
  const fitting = commands.filter(({ label }) => fitsQuestion(label, text)).slice(0, mostCommands)
  const acts = { key: 'commands', title: words.commands, options: (text ? fitting : commands).map(commandOption) }
  if (!text) return [{ key: 'recent', title: words.recent, options: optionsOf(recent, words) }, acts].filter(isFilled)
  const found = foundKinds.map((kind: FoundKind) => ({
    ...{ key: kind, title: words.kinds[kind] },
    options: optionsOf(
      items.filter((item) => item.kind === kind),
      words,
    ),
  }))
  return [acts, ...found].filter(isFilled)
}

function optionsOf(items: readonly Found[], words: FinderWords): readonly Option[] {
  return items.map((item) => ({
    ...{ key: `${item.kind}-${item.id}`, title: item.title, href: pathOf(item) },
    detail: [item.detail, item.state ? words.states[item.state] : ''].filter(Boolean).join(' · '),
    ...{ lang: item.locale ?? undefined, dir: item.direction ?? 'auto' },
  }))
}

function commandOption(command: FinderCommand): Option {
  const { label } = command
  const row = { key: `command-${label}`, title: label, detail: '', lang: undefined, dir: 'auto' } as const
  if ('href' in command) return { ...row, href: command.href }
  return command.does === 'move' ? { ...row, ...command } : { ...row, does: command.does }
}

function isFilled({ options }: OptionGroup): boolean {
  return options.length > 0
}
