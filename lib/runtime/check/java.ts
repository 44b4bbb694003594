import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The Nu HTML checker is a Java program. Finds Java, or installs it where that takes one command. Throws with what to do. */
export function ensureJava(): string {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java'
  if (runs(java)) return java
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Java yet: apt-get install default-jre-headless')
    const script = 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless'
    spawnSync('sh', ['-c', script], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
    if (runs('java')) return 'java'
  }
  throw new Error('No Java for the HTML checker. Install a Java runtime (11 or later), or set JAVA_HOME.')
}

function runs(java: string): boolean {
  return spawnSync(java, ['-version'], { stdio: 'ignore' }).status === 0
}
