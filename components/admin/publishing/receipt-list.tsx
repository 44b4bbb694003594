import type { Receipt } from '#lib/domain/delivery/delivery.ts'
import { formatOf } from '#lib/i18n/format.ts'
import type { PublishingSetting } from './publishing-setting.ts'

/** Of an article that is gone: who was asked to drop their copies, and who has answered. */
export function ReceiptList({
  receipts,
  edition,
  words,
  locale,
}: Pick<PublishingSetting, 'receipts' | 'edition' | 'words' | 'locale'>) {
  const format = formatOf({ locale, timeZone: edition.timeZone })
  const sentence = ({ channel, count, delivered, waiting, last }: Receipt) => {
    const name = words(`delivery.log.channels.${channel}`)
    const givenUp = count - delivered - waiting
    return [
      words('delivery.receipts.channel', {
        channel: name,
        delivered: format.number(delivered),
        count: format.number(count),
      }),
      ...(last ? [words('delivery.receipts.last', { when: format.dateTimeZone(last) })] : []),
      ...(waiting > 0 ? [words('delivery.receipts.waiting', { count: waiting })] : []),
      ...(givenUp > 0 ? [words('delivery.receipts.givenUp', { count: givenUp })] : []),
    ].join(' · ')
  }
  return (
    <>
      <h3 id="receipts">{words('delivery.receipts.title')}</h3>
      {receipts.length === 0 ? (
        <p className="hint">{words('delivery.receipts.none')}</p>
      ) : (
        <ul aria-labelledby="receipts">
          {receipts.map((receipt) => (
            <li key={receipt.channel}>{sentence(receipt)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
