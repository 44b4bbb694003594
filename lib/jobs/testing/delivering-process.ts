import { startDelivering } from '../deliver.ts'

/** A process that tells other programs of changes, as each one that serves does, until its parent ends it. */
startDelivering(
  {
    ...{ siteUrl: 'https://news.example', ownOrigin: 'http://127.0.0.1:1', indexNowUrl: 'http://127.0.0.1:1/' },
    ...{ authSecret: 'a secret of this test, which is long enough', mayBePrivate: true },
  },
  (message, error) => console.error(message, error),
)
process.send?.('started')
