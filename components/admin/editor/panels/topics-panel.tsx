import type { Choice } from '#lib/domain/writing/editor/lookups.ts'
import { useSetting } from '../setting.ts'
import { AddChoice } from './add-choice.tsx'
import { OrderedList } from './ordered-list.tsx'
import type { PanelProps } from './panel.ts'

export function TopicsPanel({
  draft,
  change,
  topics,
  isFixed,
}: PanelProps & { readonly topics: readonly Choice[]; readonly isFixed: boolean }) {
  const { words } = useSetting()
  const chosen = draft.topicIds.map((id) => topics.find((topic) => topic.id === id) ?? { id, name: String(id) })
  return (
    <fieldset disabled={isFixed}>
      {isFixed && <p className="hint">{words('bylines.fixed')}</p>}
      {chosen.length === 0 && <p className="hint">{words('topics.empty')}</p>}
      <OrderedList
        items={chosen}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        onChange={(order) => change({ topicIds: order.map(({ id }) => id) })}
      >
        {() => null}
      </OrderedList>
      <AddChoice
        label={words('topics.add')}
        choices={topics.filter(({ id }) => !draft.topicIds.includes(id))}
        onAdd={(id) => change({ topicIds: [...draft.topicIds, id] })}
      />
    </fieldset>
  )
}
