import { inflateSync } from 'node:zlib'

/** More than any description and any XMP packet needs. */
const mostTextBytes = 8 * 1024 * 1024

/**
 * Whether the texts inside a PNG unpack to more than a picture needs. The decoder unpacks every one of them (PNG, 11.3.3), so half a
 * megabyte of file can take gigabytes of memory before a pixel is read, and again for each rendition.
 */
export function hasTooMuchText(bytes: Uint8Array): boolean {
  let left = mostTextBytes
  for (const { type, data } of chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    left -= lengthOf(type, data, left)
    if (left < 0) return true
  }
  return false
}

type Chunk = { readonly type: string; readonly data: Buffer }

const headBytes = 8

function* chunksOf(png: Buffer): Generator<Chunk> {
  for (let at = 8; at + headBytes <= png.length; ) {
    const end = at + headBytes + png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + headBytes), data: png.subarray(at + headBytes, end) }
    // Its check sum stands behind it.
    at = end + 4
  }
}

function lengthOf(type: string, data: Buffer, most: number): number {
  switch (type) {
    case 'tEXt':
      return data.length
    case 'zTXt':
      return unpacked(data.subarray(data.indexOf(0) + 2), most)
    case 'iTXt': {
      const flag = data.indexOf(0) + 1
      const language = data.indexOf(0, flag + 2)
      const keyword = data.indexOf(0, language + 1)
      return data[flag] === 1 && language > 0 && keyword > 0 ? unpacked(data.subarray(keyword + 1), most) : data.length
    }
    default:
      return 0
  }
}

/** At most one byte more than `most` is unpacked; what can't be unpacked, the decoder leaves out too. */
function unpacked(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most + 1 }).length
  } catch (error) {
    return error instanceof RangeError ? most + 1 : 0
  }
}
