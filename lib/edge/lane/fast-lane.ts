import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { type PlainGet, readPlainGet } from './plain-get.ts'

/** The whole answer to `get` when it can be given at once from memory, else null. */
export type Packet = (get: PlainGet) => Buffer | null

export type FastLane = {
  /** Ends connections that wait for their next request; from now on all goes to the server. */
  readonly close: () => void
}

/**
 * Answers plain requests for stored pages straight on the socket, past `node:http`, whose bookkeeping costs three times
 * as much as the answer. A connection that sends anything else, or not a whole request at once, goes over to the
 * server for good with all its bytes: nothing is parsed here that could be understood in two ways.
 */
export function openFastLane(server: Server, packet: Packet): FastLane {
  const toServer = server.listeners('connection') as ((socket: Socket) => void)[]
  const waiting = new Set<Socket>()
  let isClosing = false

  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    if (isClosing) handOver(socket)
    else take(socket)
  })

  function handOver(socket: Socket): void {
    for (const listener of toServer) listener.call(server, socket)
  }

  function take(socket: Socket): void {
    let isFirst = true
    waiting.add(socket)
    socket.on('data', onData)
    socket.on('end', onEnd)
    socket.on('error', onError)
    socket.on('close', onClose)
    socket.on('timeout', onTimeout)
    // The first request must begin as soon as the server wants a head to be whole.
    socket.setTimeout(server.headersTimeout)

    function onData(chunk: Buffer): void {
      const get = isClosing ? null : readPlainGet(chunk.toString('latin1'))
      const bytes = get && packet(get)
      if (!bytes) {
        leave(chunk)
        return
      }
      if (isFirst) {
        isFirst = false
        socket.setTimeout(server.keepAliveTimeout)
      }
      // A client that asks on without reading waits until it has read.
      if (!socket.write(bytes)) {
        socket.pause()
        socket.once('drain', () => socket.resume())
      }
    }

    function leave(chunk: Buffer): void {
      waiting.delete(socket)
      socket.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose).off('timeout', onTimeout)
      socket.setTimeout(0)
      // Paused while it changes hands, so that the bytes put back are read first.
      socket.pause()
      socket.unshift(chunk)
      handOver(socket)
      socket.resume()
    }

    function onEnd(): void {
      socket.end()
    }
    function onTimeout(): void {
      socket.destroy()
    }
    function onError(): void {
      // A reader who went away; 'close' follows.
    }
    function onClose(): void {
      waiting.delete(socket)
    }
  }

  return {
    close: () => {
      isClosing = true
      for (const socket of waiting) socket.end()
    },
  }
}
