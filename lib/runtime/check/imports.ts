/** The modules that a TypeScript source names, static and dynamic, in order. Comments and strings elsewhere don't count. */
export function importsOf(source: string): readonly string[] {
  const code = withoutComments(source)
  return [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** `from '…'` of an import or export, a bare `import '…'`, and `import('…')`. */
const importPattern =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
