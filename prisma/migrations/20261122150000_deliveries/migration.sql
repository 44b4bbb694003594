-- What other programs are told: webhooks, WebSub, IndexNow. Rows of the outbox say when their deliveries were written.

ALTER TABLE "Outbox" ADD COLUMN "sentOutAt" TIMESTAMPTZ(3);
-- Nobody was to be told of what came before.
UPDATE "Outbox" SET "sentOutAt" = CURRENT_TIMESTAMP;
CREATE INDEX "Outbox_sentOutAt_id_idx" ON "Outbox"("sentOutAt", "id") WHERE "sentOutAt" IS NULL;

CREATE TABLE "Webhook" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "editionId" INTEGER,
    "salt" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "HubSubscription" (
    "id" SERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "callback" TEXT NOT NULL,
    "secret" TEXT,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HubSubscription_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "HubSubscription_topic_callback_key" ON "HubSubscription"("topic", "callback");
CREATE INDEX "HubSubscription_leaseUntil_idx" ON "HubSubscription"("leaseUntil");

CREATE TYPE "DeliveryChannel" AS ENUM ('webhook', 'hub_ping', 'hub_verify', 'hub_content', 'index_now');

CREATE TABLE "Delivery" (
    "id" BIGSERIAL NOT NULL,
    "outboxId" BIGINT,
    "channel" "DeliveryChannel" NOT NULL,
    "target" TEXT NOT NULL,
    "webhookId" INTEGER,
    "cargo" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "status" INTEGER,
    "problem" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Delivery_outboxId_idx" ON "Delivery"("outboxId");
CREATE INDEX "Delivery_nextAt_idx" ON "Delivery"("nextAt") WHERE "nextAt" IS NOT NULL;
CREATE INDEX "Delivery_createdAt_idx" ON "Delivery"("createdAt");
CREATE INDEX "Delivery_webhookId_idx" ON "Delivery"("webhookId");

ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "Outbox"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE SET NULL ON UPDATE CASCADE;
