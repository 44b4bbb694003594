import { test } from 'node:test'
import type { BlockViews } from './body-view.tsx'

test('a kind of block without a view does not compile', () => {
  // @ts-expect-error dividers have no view here
  const views: BlockViews = {} as Omit<BlockViews, 'divider'>
  void views
})
