import { findTrespasses } from './borders.ts'
import { readSources } from './sources.ts'

const longestFileLines = 300

const sources = readSources()
const trespasses = [
  ...findTrespasses(sources),
  ...sources
    .filter((file) => !/\.(test|spec)\.tsx?$/.test(file.path) && file.text.split('\n').length > longestFileLines)
    .map((file) => ({ path: file.path, rule: `over ${longestFileLines} lines: split by idea` })),
]
for (const trespass of trespasses) console.error(`${trespass.path}: ${trespass.rule}`)
console.log(`${sources.length} files, ${trespasses.length} trespasses`)
process.exitCode = trespasses.length > 0 || sources.length === 0 ? 1 : 0
