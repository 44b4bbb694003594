-- By hand. A run that goes on after its process was killed looks at some items again: what it said of them is found here
-- (lib/store/imports/import-runs.ts).
CREATE INDEX "ImportLoss_words_idx" ON "ImportLoss" ("runId", hashtext("item" || "detail"));
