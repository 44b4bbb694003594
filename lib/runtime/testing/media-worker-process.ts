import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mediaHandler } from '#lib/media/media-handler.ts'
import { purgeMedia } from '#lib/media/purge-media.ts'
import { findPictureByToken } from '#lib/store/media/picture.ts'
import { followOutbox } from '../serve/outbox.ts'

/** A worker with nothing but pictures: serves them, hears the outbox, and tells its parent where it listens. */
const varDir = process.env.VAR_DIR ?? ''
const media = mediaHandler({
  find: async (token) => {
    const picture = await findPictureByToken(token)
    return picture && { ...picture, isPublic: true }
  },
  findPreviewed: async () => null,
  isColleague: async () => false,
})
const outbox = followOutbox({
  purge: ({ tags }) => void purgeMedia(tags).catch(console.error),
  varDir,
  log: console.error,
})
const server = createServer((request, response) => void media(request, response))
await outbox.ready
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
