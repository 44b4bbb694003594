-- When a published article leaves the public by itself, and why; what its address says then stands in "withdrawalNotice".
ALTER TABLE "Article" ADD COLUMN "withdrawAt" TIMESTAMPTZ(3);
ALTER TABLE "Article" ADD COLUMN "withdrawalReason" TEXT;
CREATE INDEX "Article_withdrawAt_idx" ON "Article"("withdrawAt") WHERE "withdrawAt" IS NOT NULL;
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_withdraw_when_published" CHECK ("withdrawAt" IS NULL OR "state" = 'published'),
  ADD CONSTRAINT "Article_withdrawal_reason_of_plan" CHECK ("withdrawalReason" IS NULL OR "withdrawAt" IS NOT NULL);
