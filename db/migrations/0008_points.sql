CREATE TABLE "point_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "point_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"answer_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"giver_id" bigint,
	"day" date NOT NULL,
	"explanation" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "point_entries_reason" CHECK ("point_entries"."reason" in ('accepted-answer', 'helpful-vote')),
	CONSTRAINT "point_entries_explanation" CHECK ("point_entries"."explanation" in ('earned', 'capped', 'own-question', 'same-organisation', 'ring', 'taken-back', 'corrected'))
);
--> statement-breakpoint
CREATE TABLE "voting_rings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "voting_rings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"first_id" bigint NOT NULL,
	"second_id" bigint NOT NULL,
	"first_votes" integer NOT NULL,
	"first_given" integer NOT NULL,
	"second_votes" integer NOT NULL,
	"second_given" integer NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"dismissed_by" bigint,
	"dismissed_at" timestamp with time zone,
	"dismiss_reason" text,
	CONSTRAINT "voting_rings_order" CHECK ("voting_rings"."first_id" < "voting_rings"."second_id"),
	CONSTRAINT "voting_rings_dismissed" CHECK (num_nonnulls("voting_rings"."dismissed_by", "voting_rings"."dismissed_at", "voting_rings"."dismiss_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "helpful_votes" ADD COLUMN "organisation_id" bigint;--> statement-breakpoint
UPDATE "helpful_votes" v SET "organisation_id" = p."organisation_id" FROM "people" p WHERE p."id" = v."person_id";--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_giver_id_people_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voting_rings" ADD CONSTRAINT "voting_rings_first_id_people_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voting_rings" ADD CONSTRAINT "voting_rings_second_id_people_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voting_rings" ADD CONSTRAINT "voting_rings_dismissed_by_people_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "point_entries_person" ON "point_entries" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "point_entries_day" ON "point_entries" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "point_entries_answer" ON "point_entries" USING btree ("answer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "voting_rings_open" ON "voting_rings" USING btree ("first_id","second_id") WHERE "voting_rings"."dismissed_at" is null;--> statement-breakpoint
CREATE INDEX "voting_rings_second" ON "voting_rings" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "voting_rings_first" ON "voting_rings" USING btree ("first_id");--> statement-breakpoint
ALTER TABLE "helpful_votes" ADD CONSTRAINT "helpful_votes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helpful_votes_of_answers" ON "helpful_votes" USING btree ("created_at") WHERE "helpful_votes"."answer_id" is not null;