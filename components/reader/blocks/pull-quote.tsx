import type { PullQuote } from '#lib/domain/text/body.ts'

/** Words of the article itself, set large. The text has them already: they are hidden from who hears the page. */
export function PullQuoteView({ block }: { readonly block: PullQuote }) {
  return (
    <figure className="pull" aria-hidden="true">
      <blockquote>{block.text}</blockquote>
      {block.attribution ? <figcaption>{block.attribution}</figcaption> : null}
    </figure>
  )
}
