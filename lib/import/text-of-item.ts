import { plainText } from '#lib/domain/text/article-words.ts'
import type { Block, Body } from '#lib/domain/text/body.ts'
import type { ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { parseBody } from '#lib/input/articles/body/body.ts'
import { bodyOfHtml } from './body/body-of-html.ts'
import { cut } from './cut.ts'
import type { Lose, Source, SourceItem, SourcePicture } from './source-item.ts'

type TakePicture = (picture: SourcePicture) => Promise<number | null>

/** An item's words as a text of ours. Null, with the loss said, when not even the rules of our own bodies hold for it. */
export async function textOfItem(
  item: SourceItem,
  source: Source,
  hands: { readonly lose: Lose; readonly takePicture: TakePicture },
): Promise<ArticleText | null> {
  const { lose, takePicture } = hands
  const place = {
    base: URL.parse(item.address ?? '', source.url ?? undefined)?.href ?? source.url,
    ownHost: hostOf(source.url),
  }
  const { blocks, pictures } = bodyOfHtml(source.plainHtml(item, lose), place, lose)
  const lead = item.picture
    ? { ...item.picture, url: URL.parse(item.picture.url, place.base ?? undefined)?.href ?? item.picture.url }
    : null
  const pictureId = lead ? await takePicture(lead) : null
  const ids: (number | null)[] = []
  // One after another: an article of a hundred pictures opens no hundred connections.
  for (const picture of pictures) ids.push(await takePicture(picture))
  const body = withoutLead(withPictures(blocks, ids), pictureId, lead, pictures)
  const parsed = parseBody(body)
  if (!parsed.ok) {
    lose(
      'body-refused',
      parsed.error
        .map(({ path, message }) => `${path} ${message}`)
        .join('; ')
        .slice(0, 500),
    )
    return null
  }
  return {
    headline: cut(
      item.title || plainText(parsed.value).slice(0, 80) || item.slug || item.foreignId,
      draftLimits.headline,
    ),
    standfirst: cut(item.excerpt, draftLimits.standfirst),
    description: item.description ? cut(item.description, draftLimits.description) : null,
    body: parsed.value,
    ...{ pictureId, sources: [], sourceLine: null },
  }
}

function withPictures(blocks: Body, ids: readonly (number | null)[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'figure') return [block]
    const pictureId = ids[block.pictureId - 1] ?? null
    return pictureId === null ? [] : [{ ...block, pictureId }]
  })
}

/** Themes print the lead picture above the text; a text that begins with the same one would show it twice. */
function withoutLead(
  blocks: readonly Block[],
  pictureId: number | null,
  lead: SourcePicture | null,
  pictures: readonly SourcePicture[],
): readonly Block[] {
  const [first] = blocks
  const isLead = first?.kind === 'figure' && pictureId !== null && pictures[0]?.url === lead?.url
  return isLead ? blocks.slice(1) : blocks
}

function hostOf(url: string | null): string | null {
  return URL.parse(url ?? '')?.hostname ?? null
}
