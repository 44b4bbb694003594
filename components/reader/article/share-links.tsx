import type { Setting } from '#components/reader/setting.ts'

type Props = { readonly headline: string; readonly address: string; readonly setting: Setting }

/** Plain links, nothing of the services is loaded. What is passed on is the address that lasts. */
export function ShareLinks({ headline, address, setting }: Props) {
  const { words } = setting
  const title = encodeURIComponent(headline)
  const url = encodeURIComponent(address)
  const services = [
    { name: 'WhatsApp', href: `https://wa.me/?text=${title}%20${url}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${url}&text=${title}` },
    { name: 'X', href: `https://x.com/intent/post?url=${url}&text=${title}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
  ]
  return (
    <nav className="links share" aria-label={words('share.label')}>
      <h2>{words('share.label')}</h2>
      <ul>
        <li>
          <a href={`mailto:?subject=${title}&body=${url}`}>{words('share.email')}</a>
        </li>
        {services.map((service) => (
          <li key={service.name}>
            <a href={service.href} rel="noopener nofollow">
              {service.name}
            </a>
          </li>
        ))}
      </ul>
      <p>
        {`${words('article.permanentLink')}: `}
        <a href={address} dir="ltr">
          {address}
        </a>
      </p>
    </nav>
  )
}
