import sharp from 'sharp'

/** A photograph as cameras and careless tools leave it: place, serial number, credit. */
export async function photograph({
  width = 1000,
  height = 700,
  orientation = 1,
}: {
  width?: number
  height?: number
  orientation?: number
} = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#446688' } })
    .composite([
      { input: { create: { width: 100, height: 100, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
    ])
    .jpeg()
    .withMetadata({
      orientation,
      exif: {
        IFD0: { Artist: 'Own Artist', Copyright: 'Own Copyright', Make: 'SecretMake' },
        IFD2: { BodySerialNumber: 'SERIAL-0042', LensSerialNumber: 'LENS-0042', CameraOwnerName: 'Hidden Owner' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '42/1 52/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '74/1 35/1 0/1',
        },
      },
    })
    .toBuffer()
}
