import sharp from 'sharp'

/** A JPEG with IIM fields of record 2, as agencies' wires write them: an APP13 segment of Photoshop's, text in UTF-8. */
export function withIptc(jpeg: Buffer, fields: Readonly<Record<number, string>>): Buffer {
  const isUtf8 = Buffer.from([0x1b, 0x25, 0x47])
  const iim = Buffer.concat([
    dataSet(1, 90, isUtf8),
    ...Object.entries(fields).map(([number, text]) => dataSet(2, Number(number), Buffer.from(text))),
  ])
  const resource = Buffer.alloc(12)
  resource.write('8BIM', 'latin1')
  resource.writeUInt16BE(0x0404, 4)
  resource.writeUInt32BE(iim.length, 8)
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource, iim, Buffer.alloc(iim.length % 2)])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffed)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

export async function withXmp(jpeg: Buffer, properties: string, prolog = ''): Promise<Buffer> {
  const spaces = Object.entries({
    dc: 'http://purl.org/dc/elements/1.1/',
    photoshop: 'http://ns.adobe.com/photoshop/1.0/',
    xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
    Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
    Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
    exif: 'http://ns.adobe.com/exif/1.0/',
  }).map(([prefix, space]) => `xmlns:${prefix}="${space}"`)
  const description = `<rdf:Description rdf:about="" ${spaces.join(' ')}>${properties}</rdf:Description>`
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF>`
  return sharp(jpeg).withXmp(`${prolog}<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>`).toBuffer()
}

function dataSet(record: number, number: number, text: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(text.length, 3)
  return Buffer.concat([head, text])
}
