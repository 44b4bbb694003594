'use client'

import { useActionState, useMemo, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { Focus } from '#lib/domain/media/library.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { cropBox, renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { type PicturesMessages, picturesWords } from '#lib/i18n/admin/pictures/words.ts'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'

type Framed = Pick<Picture, 'id' | 'token' | 'width' | 'height' | 'focus' | 'alt'>
type Props = {
  readonly picture: Framed & { readonly version: number }
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly locale: string
  readonly messages: PicturesMessages
  readonly form: { readonly working: string; readonly problems: string }
}

const crops = ['16x9', '4x3', '1x1'] as const

/** The focal point, set on the picture by pointer or by two sliders, with every crop as it will be. */
export function FocusForm({ picture, action, locale, messages, form }: Props) {
  const words = useMemo(() => picturesWords(locale, messages), [locale, messages])
  const [state, send] = useActionState(action, idle)
  const [focus, setFocus] = useState<Focus>(picture.focus)
  const size = renditionNear(picture, 'whole', 960)
  const src = renditionAddress({ token: picture.token, crop: 'whole', width: size.width, format: 'webp' })
  const follow = (event: React.PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const share = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000
    setFocus({ x: share((event.clientX - box.left) / box.width), y: share((event.clientY - box.top) / box.height) })
  }
  return (
    <form className="form focus-form" action={send} id="focus">
      <FormErrors state={state} title={form.problems} labels={{}} />
      <input type="hidden" name="id" value={picture.id} />
      <input type="hidden" name="version" value={picture.version} />
      {/* The sliders below do the same by keyboard: the picture itself takes the pointer only. */}
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
        <span
          className="focus-point"
          aria-hidden="true"
          style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
        />
      </div>
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
