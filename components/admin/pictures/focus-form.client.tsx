'use client'

import { useActionState, useMemo, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { Focus } from '#lib/domain/media/library.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { cropBox, renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { type PicturesMessages, picturesWords } from '#lib/i18n/admin/pictures/words.ts'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'

type Framed = Pick<Picture, 'id' | 'token' | 'width' | 'height' | 'focus' | 'alt'>
type Props = {
  readonly picture: Framed & { readonly version: number }
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly locale: string
  readonly messages: PicturesMessages
  readonly form: { readonly working: string; readonly problems: string }
}

const crops = ['16x9', '4x3', '1x1'] as const

/** The focal point, set on the picture by pointer, finger or arrow keys, or by two sliders, with every crop as it will be. */
export function FocusForm({ picture, action, locale, messages, form }: Props) {
  const words = useMemo(() => picturesWords(locale, messages), [locale, messages])
  const [state, send] = useActionState(useAnswered(action), idle)
  const [focus, setFocus] = useState<Focus>(picture.focus)
  const size = renditionNear(picture, 'whole', 960)
  const src = renditionAddress({ token: picture.token, crop: 'whole', width: size.width, format: 'webp' })
  const follow = (event: React.PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    setFocus({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) })
  }
  const step = (event: React.KeyboardEvent<HTMLElement>) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0]
    if (dx === 0 && dy === 0) return
    // Or the page scrolls under the picture.
    event.preventDefault()
    const by = event.shiftKey ? longStep : shortStep
    setFocus((before) => ({ x: within(before.x + dx * by), y: within(before.y + dy * by) }))
  }
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <form className="form focus-form" action={send} id="focus">
      <FormErrors state={state} title={form.problems} labels={{}} />
      <input type="hidden" name="id" value={picture.id} />
      <input type="hidden" name="version" value={picture.version} />
      <div
        className="focus-picture"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          follow(event)
        }}
        onPointerMove={follow}
      >
        {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
        <img src={src} alt={picture.alt} width={size.width} height={size.height} draggable={false} />
        <button
          type="button"
          className="focus-point"
          aria-label={words('focus.at', { x: percent.format(focus.x), y: percent.format(focus.y) })}
          aria-describedby="focus-keys"
          style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
          onKeyDown={step}
        />
      </div>
      <p className="hint" id="focus-keys">
        {words('focus.keys')}
      </p>
      <div className="focus-sliders">
        {(['x', 'y'] as const).map((axis) => (
          <label key={axis}>
            {words(`focus.${axis}`)}
            <input
              type="range"
              name={axis}
              min={0}
              max={100}
              step={0.1}
              dir="ltr"
              value={Number((focus[axis] * 100).toFixed(1))}
              onChange={(event) => setFocus({ ...focus, [axis]: Number(event.currentTarget.value) / 100 })}
            />
          </label>
        ))}
      </div>
      <h3>{words('focus.crops')}</h3>
      <ul className="crops">
        {crops.map((crop) => (
          <li key={crop}>
            <CropView picture={{ ...picture, focus }} crop={crop} src={src} />
            <span>{words('focus.crop', { ratio: crop.replace('x', ':') })}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <SubmitButton working={form.working}>{words('focus.save')}</SubmitButton>
        <p className="said" role="status">
          {state.kind === 'done' ? state.message : ''}
        </p>
      </div>
    </form>
  )
}

/** Places on a picture are from its left in every direction of writing, and so are the arrows. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const shortStep = 0.01
const longStep = 0.1

function within(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000
}

/** The part that the server would cut out, cut out of the whole picture by the page. */
function CropView({
  picture,
  crop,
  src,
}: {
  readonly picture: Framed
  readonly crop: (typeof crops)[number]
  readonly src: string
}) {
  const box = cropBox({ ...picture, crop })
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <span className="crop" data-crop={crop} style={{ aspectRatio: crop.replace('x', ' / ') }}>
      {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
      <img
        src={src}
        alt=""
        style={{
          width: percent(picture.width, box.width),
          left: `-${percent(box.left, box.width)}`,
          top: `-${percent(box.top, box.height)}`,
        }}
      />
    </span>
  )
}
