-- By hand. What is suggested in a text stands in the facts of a revision. The bodies that readers get never hold it, whoever writes
-- them: marks and blocks of these kinds, and the flag of a block, are refused at any depth. 80 µs for a usual article; 35 ms for one
-- of 2,000 blocks, the longest that a draft may be.
CREATE FUNCTION masthead_holds_suggestions(body JSONB) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_path_exists(body, 'strict $.**.kind ? (@ == "insertion" || @ == "deletion")')
    OR jsonb_path_exists(body, 'strict $.**.suggestion')
$$;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_body_without_suggestions" CHECK (NOT masthead_holds_suggestions("body"));
ALTER TABLE "Page" ADD CONSTRAINT "Page_body_without_suggestions" CHECK (NOT masthead_holds_suggestions("body"));
ALTER TABLE "Blog" ADD CONSTRAINT "Blog_about_without_suggestions" CHECK (NOT masthead_holds_suggestions("about"));

-- Where a picture is suggested is asked with where it is shown (lib/store/media/media-library-uses.ts).
CREATE INDEX "Revision_suggested_figures_idx" ON "Revision"
  USING GIN ((jsonb_path_query_array("facts" -> 'suggestedBody', '$[*] ? (@.kind == "figure").pictureId')))
  WHERE "facts" ? 'suggestedBody';
