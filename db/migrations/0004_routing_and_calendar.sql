CREATE TABLE "business_hours" (
	"weekday" integer PRIMARY KEY NOT NULL,
	"opens" integer NOT NULL,
	"closes" integer NOT NULL,
	CONSTRAINT "business_hours_weekday" CHECK ("business_hours"."weekday" between 0 and 6),
	CONSTRAINT "business_hours_span" CHECK (0 <= "business_hours"."opens" and "business_hours"."opens" < "business_hours"."closes" and "business_hours"."closes" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "company_closures" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"added_by" bigint,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "company_closures_name" CHECK (length("company_closures"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "helper_absences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "helper_absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "helper_absences_span" CHECK ("helper_absences"."from_day" <= "helper_absences"."to_day")
);
--> statement-breakpoint
CREATE TABLE "helper_marks" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"marked_by" bigint NOT NULL,
	"marked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "helper_settings" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"load_cap" integer DEFAULT 3 NOT NULL,
	"answers_ja" boolean DEFAULT true NOT NULL,
	"answers_en" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "helper_settings_cap" CHECK ("helper_settings"."load_cap" between 0 and 20)
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nudges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"question_id" bigint NOT NULL,
	"answer_id" bigint,
	"cause_at" timestamp with time zone NOT NULL,
	"step" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "nudges_once" UNIQUE NULLS NOT DISTINCT("kind","question_id","answer_id","cause_at","step"),
	CONSTRAINT "nudges_kind" CHECK ("nudges"."kind" in ('acceptance', 'information', 'review'))
);
--> statement-breakpoint
CREATE TABLE "question_routings" (
	"question_id" bigint PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"step_since" timestamp with time zone NOT NULL,
	"worked_ms" bigint DEFAULT 0 NOT NULL,
	"clock_since" timestamp with time zone,
	"due_ms" bigint,
	"next_at" timestamp with time zone,
	"taken_by" bigint,
	"taken_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_routings_step" CHECK ("question_routings"."step" in ('first', 'everyone', 'staff', 'ended')),
	CONSTRAINT "question_routings_taken" CHECK (("question_routings"."taken_by" is null) = ("question_routings"."taken_at" is null)),
	CONSTRAINT "question_routings_due" CHECK (("question_routings"."next_at" is not null) = ("question_routings"."clock_since" is not null and "question_routings"."due_ms" is not null)),
	CONSTRAINT "question_routings_ended" CHECK ("question_routings"."step" <> 'ended' or "question_routings"."clock_since" is null)
);
--> statement-breakpoint
CREATE TABLE "routing_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routing_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"question_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"person_id" bigint,
	"actor_id" bigint,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "routing_log_kind" CHECK ("routing_log"."kind" in ('started', 'offered', 'nobody-found', 'step-reached', 'taken', 'take-lapsed', 'passed', 'handed-over', 'declined', 'offer-ended', 'paused', 'resumed', 'ended', 'restarted', 'rescheduled'))
);
--> statement-breakpoint
CREATE TABLE "routing_offers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routing_offers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"question_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "routing_offers_once" UNIQUE("question_id","person_id"),
	CONSTRAINT "routing_offers_step" CHECK ("routing_offers"."step" in ('first', 'everyone', 'staff', 'ended')),
	CONSTRAINT "routing_offers_state" CHECK ("routing_offers"."state" in ('offered', 'taken', 'passed', 'declined', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "question_closures" DROP CONSTRAINT "question_closures_reason";--> statement-breakpoint
ALTER TABLE "question_closures" ALTER COLUMN "closed_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "company_closures" ADD CONSTRAINT "company_closures_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_absences" ADD CONSTRAINT "helper_absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_marks" ADD CONSTRAINT "helper_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_marks" ADD CONSTRAINT "helper_marks_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_settings" ADD CONSTRAINT "helper_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_routings" ADD CONSTRAINT "question_routings_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_routings" ADD CONSTRAINT "question_routings_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_log" ADD CONSTRAINT "routing_log_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_log" ADD CONSTRAINT "routing_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_log" ADD CONSTRAINT "routing_log_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_offers" ADD CONSTRAINT "routing_offers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_offers" ADD CONSTRAINT "routing_offers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helper_absences_person" ON "helper_absences" USING btree ("person_id","to_day");--> statement-breakpoint
CREATE INDEX "question_routings_due_at" ON "question_routings" USING btree ("next_at") WHERE "question_routings"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "question_routings_queue" ON "question_routings" USING btree ("step_since","question_id") WHERE "question_routings"."step" = 'staff';--> statement-breakpoint
CREATE INDEX "routing_log_question" ON "routing_log" USING btree ("question_id","id");--> statement-breakpoint
CREATE INDEX "routing_offers_open" ON "routing_offers" USING btree ("person_id") WHERE "routing_offers"."state" in ('offered', 'taken');--> statement-breakpoint
CREATE INDEX "routing_offers_person" ON "routing_offers" USING btree ("person_id","offered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "answers_to_review" ON "answers" USING btree ("review_on") WHERE "answers"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('question-asked', 'question-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due'));--> statement-breakpoint
ALTER TABLE "question_closures" ADD CONSTRAINT "question_closures_by_somebody" CHECK ("question_closures"."closed_by" is not null or "question_closures"."reason" = 'presumed-solved');--> statement-breakpoint
ALTER TABLE "question_closures" ADD CONSTRAINT "question_closures_reason" CHECK ("question_closures"."reason" in ('off-topic', 'not-reproducible', 'resolved-elsewhere', 'no-longer-relevant', 'presumed-solved'));