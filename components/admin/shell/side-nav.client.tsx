'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { NavGroup } from './nav-items.ts'

type Props = {
  readonly groups: readonly NavGroup[]
  readonly label: string
  readonly menu: string
  readonly path: string
}

/**
 * The way through the newsroom: a column on a wide page, a drawer below its button on a narrow one. The drawer is a
 * `<details>`, so it opens without script too.
 */
export function SideNav({ groups, label, menu, path }: Props) {
  const pathname = usePathname() ?? path
  const drawer = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (drawer.current && pathname) drawer.current.open = false
  }, [pathname])
  const list = (
    <nav aria-label={label}>
      {groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={isHere(item.href, pathname) ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
  return (
    <>
      <div className="side">{list}</div>
      <details className="drawer" ref={drawer}>
        <summary>{menu}</summary>
        {list}
      </details>
    </>
  )
}

function isHere(href: string, pathname: string): boolean {
  return href === '/admin' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`)
}
