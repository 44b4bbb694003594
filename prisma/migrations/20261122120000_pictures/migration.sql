-- The media library: earlier states of pictures, what a file says of itself, uploads that replace a file, and where pictures are used.

ALTER TABLE "Picture"
  ADD COLUMN "ownCaption" TEXT,
  ADD COLUMN "ownAlt" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX "Picture_sha256_idx" ON "Picture"("sha256");
CREATE INDEX "Picture_createdAt_id_idx" ON "Picture"("createdAt" DESC, "id" DESC);

CREATE TABLE "FormerPicture" (
    "token" TEXT NOT NULL,
    "pictureId" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "focusX" DOUBLE PRECISION NOT NULL,
    "focusY" DOUBLE PRECISION NOT NULL,
    "credit" TEXT NOT NULL,
    "copyright" TEXT,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerPicture_pkey" PRIMARY KEY ("token")
);
CREATE INDEX "FormerPicture_pictureId_idx" ON "FormerPicture"("pictureId");
CREATE INDEX "FormerPicture_sha256_idx" ON "FormerPicture"("sha256");
ALTER TABLE "FormerPicture" ADD CONSTRAINT "FormerPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Upload" ADD COLUMN "replaces" INTEGER;

-- By hand. Where a picture is used is asked before every deletion: figures of bodies and lead pictures of versions, in any revision.
CREATE INDEX "Revision_figures_idx" ON "Revision" USING GIN ((jsonb_path_query_array("body", '$[*] ? (@.kind == "figure").pictureId')));
CREATE INDEX "Revision_lead_idx" ON "Revision" (("facts" ->> 'pictureId'));
