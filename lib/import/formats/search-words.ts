/** What a pattern of an SEO plugin may name, by each plugin's word for it; what is not here was the other site's alone. */
export type SearchFacts = {
  readonly title: string
  readonly siteTitle: string
  readonly siteDescription: string
  readonly excerpt: string
  readonly categories: readonly string[]
  readonly tags: readonly string[]
  readonly author: string
  readonly keyword: string
}

/** `%%title%%` of Yoast and SEOPress, `%title%` of Rank Math. AIOSEO's `#post_title` looks like a hashtag: only its known names count. */
const variable =
  /%%([\w-]+)%%|%([a-z_]+(?:\([^%()]*\))?)%|#(post_title|site_title|separator_sa|post_excerpt|tagline)\b/g

/** A text with its variables resolved; null when one of them says what we don't know. */
export function searchWords(pattern: string, facts: SearchFacts): string | null {
  let isKnown = true
  const text = pattern.replace(variable, (_, ...names: (string | undefined)[]) => {
    const value = meaningOf(names.slice(0, 3).find(Boolean) ?? '', facts)
    isKnown &&= value !== null
    return value ?? ''
  })
  return isKnown ? text.replace(/\s+/g, ' ').trim() : null
}

function meaningOf(name: string, facts: SearchFacts): string | null {
  switch (name) {
    case 'title':
    case 'post_title':
    case 'seo_title':
    case 'term_title':
      return facts.title
    case 'sitename':
    case 'sitetitle':
    case 'site_title':
      return facts.siteTitle
    case 'sitedesc':
    case 'tagline':
      return facts.siteDescription
    case 'sep':
    case 'separator_sa':
      return '–'
    case 'page':
    case 'pagenumber':
    case 'pagetotal':
      // Of the first page of an article, which is all of it here, they say nothing.
      return ''
    case 'excerpt':
    case 'excerpt_only':
    case 'post_excerpt':
      return facts.excerpt || null
    case 'category':
    case 'categories':
    case 'post_category':
      return facts.categories.join(', ') || null
    case 'primary_category':
      // Which of several is the first one, a plugin knows by numbers that no export explains.
      return facts.categories.length === 1 ? (facts.categories[0] ?? null) : null
    case 'tag':
    case 'tags':
    case 'post_tag':
      return facts.tags.join(', ') || null
    case 'name':
    case 'post_author':
      return facts.author || null
    case 'focuskw':
    case 'focus_keyword':
      return facts.keyword || null
    default:
      return null
  }
}

/** Whether a title for search engines says more than the article's own, with or without the site's name behind it. */
export function isOwnTitle(text: string, { title, siteTitle }: SearchFacts): boolean {
  const words = (one: string) =>
    one
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]+/gu, ' ')
      .trim()
  return [title, `${title} ${siteTitle}`, `${siteTitle} ${title}`].some((one) => words(one) === words(text))
}
