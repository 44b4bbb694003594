import type { FormEvent } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import type { BoardWords } from '#lib/i18n/admin/desk/board/words.ts'
import { TextArea } from '../ui/field.tsx'
import type { Card, CardMove } from './columns.ts'
import { closeOnEscape, type DeadlineAction, DeadlineMenu } from './deadline-menu.client.tsx'
import { DueMark } from './due-mark.tsx'

export type CardSetting = {
  readonly edition: { readonly locale: string; readonly direction: Direction; readonly timeZone: string }
  readonly words: BoardWords
  readonly setDeadline: DeadlineAction
  /** The action itself: a form without the page's script sends to it. */
  readonly move: (form: FormData) => void
  readonly formWords: { readonly working: string; readonly problems: string; readonly note: string }
  readonly noteLimit: number
  readonly isSending: boolean
}

type Props = CardSetting & {
  readonly card: Card
  readonly onMove: (to: string, note: string) => void
  readonly onDrag: (isDragged: boolean) => void
}

/** Of this page only: what is dragged in from elsewhere is no card. */
export const dragType = 'application/x-masthead-card'

/** One article of a column: what it is, whose it is, when it is due, and where it may go. */
export function CardView(props: Props) {
  const { card, edition, words, setDeadline, formWords, onDrag } = props
  const { id, name, by, blog, holder, openComments, goesOut, due, deadline, moves } = card
  const isMovable = moves.some(({ reason }) => reason === null)
  return (
    <li
      className={due ? `board-card ${due.state}` : 'board-card'}
      data-card={id}
      draggable={isMovable}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, String(id))
        event.dataTransfer.effectAllowed = 'move'
        onDrag(true)
      }}
      onDragEnd={() => onDrag(false)}
    >
      <h3 lang={edition.locale} dir={edition.direction}>
        <a href={`/admin/articles/${id}`} draggable={false} data-row>
          <bdi>{name}</bdi>
        </a>
      </h3>
      <p className="hint">
        <bdi>{by}</bdi>
        {blog && (
          <>
            {' · '}
            <bdi lang={edition.locale}>{blog}</bdi>
          </>
        )}
        {openComments > 0 && (
          <>
            {' · '}
            <span className="board-comments">{words('comments', { count: openComments })}</span>
          </>
        )}
      </p>
      {holder && <p className="board-holder">{words('writing', { name: holder })}</p>}
      {goesOut && <p className="board-goes">{goesOut}</p>}
      <div className="board-acts">
        {deadline ? (
          <DeadlineMenu
            id={`due-${id}`}
            articleId={id}
            due={due}
            deadline={deadline}
            action={setDeadline}
            group="board"
            words={{
              name: words(due ? 'deadline.changeNamed' : 'deadline.setNamed', { name }),
              ...{ set: words('deadline.set'), field: words('deadline.field'), submit: words('deadline.submit') },
              hint: words('deadline.fieldHint', { zone: edition.timeZone }),
              ...{ working: formWords.working, problems: formWords.problems },
            }}
          />
        ) : (
          due && <DueMark due={due} />
        )}
        {moves.length > 0 && <MoveMenu {...props} />}
      </div>
    </li>
  )
}

/** The stages that the card may go to, and of the others why not. Where the text goes back, its writer hears why. */
function MoveMenu({ card, words, move, formWords, noteLimit, isSending, onMove }: Props) {
  const { id, name, version, moves } = card
  const canGoBack = moves.some(({ isBack, reason }) => isBack && reason === null)
  // One reason against all of them is said once.
  const isShut = moves.every(({ reason, isNamed }) => reason !== null && !isNamed && reason === moves[0]?.reason)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    const note = new FormData(event.currentTarget).get('note')
    onMove(submitter.value, typeof note === 'string' ? note : '')
  }
  return (
    <details className="board-move" data-key="m" name="board" onKeyDown={closeOnEscape}>
      <summary className="button quiet" aria-label={`${words('moveTo')} ${name}`}>
        {words('moveTo')}
      </summary>
      <form action={move} onSubmit={onSubmit} className="board-stages">
        <input type="hidden" name="articleId" value={id} />
        <input type="hidden" name="version" value={version} />
        {canGoBack && (
          <TextArea id={`note-${id}`} name="note" label={formWords.note} rows={2} maxLength={noteLimit} isRequired />
        )}
        {isShut ? (
          <p className="hint">{moves[0]?.reason}</p>
        ) : (
          <ul>
            {moves.map((one) => (
              <li key={one.to}>
                {one.reason === null ? <MoveButton move={one} isDisabled={isSending} /> : <Refused move={one} />}
              </li>
            ))}
          </ul>
        )}
      </form>
    </details>
  )
}

function MoveButton({
  move: { to, name, isBack },
  isDisabled,
}: {
  readonly move: CardMove
  readonly isDisabled: boolean
}) {
  // Only who gives a text back must say why.
  return (
    <button type="submit" className="button" name="stage" value={to} disabled={isDisabled} formNoValidate={!isBack}>
      <bdi>{name}</bdi>
    </button>
  )
}

function Refused({ move: { name, reason, isNamed } }: { readonly move: CardMove }) {
  return (
    <p className="hint">
      {!isNamed && (
        <b>
          <bdi>{name}</bdi>{' '}
        </b>
      )}
      {reason}
    </p>
  )
}
