/** A table of the export. Rows go in the order of `key`, tables in an order in which each row's references are there before it. */
export type TransferTable = {
  readonly name: string
  readonly key: readonly string[]
  /** Only these columns; all of them where it is left out. */
  readonly columns?: readonly string[]
}

const byId = ['id'] as const

/** All that a newsroom is, version 1 of the format. lib/store/transfer/tables.test.ts holds it against the schema. */
export const transferTables: readonly TransferTable[] = [
  { name: 'Site', key: byId },
  { name: 'Edition', key: byId },
  {
    name: 'User',
    key: byId,
    columns: ['id', 'name', 'email', 'emailVerified', 'createdAt', 'updatedAt', 'interfaceLocale', 'disabledAt'],
  },
  { name: 'Picture', key: byId },
  { name: 'FormerPicture', key: ['token'] },
  { name: 'PictureText', key: ['pictureId', 'locale'] },
  { name: 'Contributor', key: byId },
  { name: 'Blog', key: byId },
  { name: 'DeskStage', key: byId },
  { name: 'Topic', key: byId },
  { name: 'MergedTopic', key: ['formerId'] },
  { name: 'MergedContributor', key: ['formerId'] },
  { name: 'StoryFamily', key: byId },
  { name: 'Article', key: byId },
  { name: 'Revision', key: byId },
  { name: 'ArticleTopic', key: ['articleId', 'topicId'] },
  { name: 'Byline', key: ['articleId', 'contributorId'] },
  { name: 'Correction', key: byId },
  { name: 'Front', key: byId },
  { name: 'Slot', key: byId },
  { name: 'BreakingAlert', key: byId },
  { name: 'FormerAddress', key: byId },
  { name: 'Page', key: byId },
  { name: 'OldAddress', key: ['path'] },
  { name: 'Grant', key: byId },
  { name: 'Comment', key: byId },
  { name: 'WorkingCopy', key: byId },
  { name: 'FrontDraft', key: ['editionId', 'userId'] },
  { name: 'Setting', key: ['key'] },
  { name: 'ImportKey', key: ['source', 'kind', 'foreignId'] },
  { name: 'AuditEvent', key: byId },
]

/** What stays behind, and why. */
export const tablesLeftBehind: Readonly<Record<string, string>> = {
  Account: 'secret: password hashes',
  Session: 'secret: whoever holds one is signed in',
  Verification: 'secret: one-time links',
  TwoFactor: 'secret',
  Passkey: 'bound to the address of the old site',
  ApiKey: 'secret: keys of partners',
  Invitation: 'secret: hashes of links',
  PreviewLink: 'secret: hashes of links',
  CalendarFeed: 'secret: hashes of links',
  Webhook: 'secret: what its messages are signed with',
  HubSubscription: 'secret: what its messages are signed with',
  Delivery: 'messages on their way from the old site',
  Outbox: 'messages to the caches of the old site',
  RateLimit: 'counts of attempts',
  ArticleLock: 'who is writing at this moment',
  Upload: 'files on their way',
  Notice: 'what people were told at their desks',
  SavedFilter: 'how people look at their desks',
  ImportRun: 'what was done with files that are elsewhere',
  ImportLoss: 'what was done with files that are elsewhere',
  SearchDocument: 'made from the articles',
  SearchWord: 'made from the articles',
  ArticleWords: 'made from the revisions, by a trigger',
}
