/** The package ships no types. */
declare module 'subset-font' {
  // biome-ignore lint/style/noDefaultExport: it is how the package exports
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2'
      readonly noHinting: boolean
      readonly keepFeatures: readonly string[]
      readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>
    },
  ): Promise<Buffer>
}
