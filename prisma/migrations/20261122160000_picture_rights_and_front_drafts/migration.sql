-- Pictures that may not be placed anew, and fronts in the making.

ALTER TABLE "Picture" ADD COLUMN "isReusable" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "FrontDraft" (
    "editionId" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "slots" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FrontDraft_pkey" PRIMARY KEY ("editionId","userId")
);
ALTER TABLE "FrontDraft" ADD CONSTRAINT "FrontDraft_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FrontDraft" ADD CONSTRAINT "FrontDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
