-- Terms were kept without their places, and PostgreSQL weighs only terms that have one.
UPDATE "questions" SET "search_vector" = coalesce((
  SELECT string_agg(quote_literal(term) || ':' || CASE
    WHEN in_title > 0 THEN least(in_title, 16383) || 'A'
    ELSE least(300 + in_text, 16383)::text
  END, ' ')::tsvector
  FROM (
    SELECT term, position(term in lower(normalize("title", NFKC))) AS in_title,
      position(term in lower(normalize("body_text", NFKC))) AS in_text
    FROM unnest(tsvector_to_array("search_vector")) AS term
  ) AS terms
), ''::tsvector);--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "title_vector" "tsvector" GENERATED ALWAYS AS (ts_filter(search_vector, '{a}')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "questions_unanswered_newest" ON "questions" USING btree ("created_at","id") WHERE "questions"."answer_count" = 0 and "questions"."state" in ('open', 'needs-info');--> statement-breakpoint
CREATE INDEX "questions_title_search" ON "questions" USING gin ("title_vector");