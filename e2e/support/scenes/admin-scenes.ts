import { deskScenes } from './desk-scenes.ts'
import { doorScenes } from './door-scenes.ts'
import { editorScenes } from './editor-scenes.ts'
import { findingScenes } from './finding-scenes.ts'
import { machineScenes } from './machine-scenes.ts'
import { newsroomScenes } from './newsroom-scenes.ts'
import { previewScenes } from './preview-scenes.ts'
import type { Scene } from './scene.ts'

/** Every page of the newsroom in every state: what looks at all of them goes through this table (admin-axe.spec.ts). */
export const adminScenes: Readonly<Record<string, readonly Scene[]>> = {
  door: doorScenes,
  desk: deskScenes,
  newsroom: newsroomScenes,
  finding: findingScenes,
  writing: editorScenes,
  previews: previewScenes,
  machines: machineScenes,
}
