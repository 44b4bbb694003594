import { useId } from 'react'
import type { Choice } from '#lib/domain/writing/editor/lookups.ts'
import { FieldFrame } from '../../ui/field.tsx'
import { useSetting } from '../setting.ts'

/** Adds what is chosen and stands at nothing again. */
export function AddChoice({
  label,
  choices,
  onAdd,
}: {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onAdd: (id: number) => void
}) {
  const { words } = useSetting()
  const id = useId()
  return (
    <FieldFrame id={id} label={label}>
      <select id={id} value="" onChange={(event) => onAdd(Number(event.target.value))}>
        <option value="">{words('list.none')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
