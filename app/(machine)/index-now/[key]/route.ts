import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'

type Context = { readonly params: Promise<{ readonly key: string }> }

/** `/{key}.txt`: by the file of this name search engines know that the site itself told them of a change (IndexNow). */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  const { indexNowKey } = await findDeliverySettings()
  if (key !== indexNowKey) return new Response('Not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(key, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
}
