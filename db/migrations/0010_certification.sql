CREATE TABLE "application_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" bigint NOT NULL,
	"event" text NOT NULL,
	"actor_id" bigint,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_history_event" CHECK ("application_history"."event" in ('started', 'submitted', 'review-started', 'review-released', 'seconded', 'returned', 'approved', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "application_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" bigint NOT NULL,
	"round" integer NOT NULL,
	"reviewer_id" bigint NOT NULL,
	"verdict" text NOT NULL,
	"scores" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_reviews_once" UNIQUE("application_id","round","reviewer_id"),
	CONSTRAINT "application_reviews_verdict" CHECK ("application_reviews"."verdict" in ('approve', 'return', 'decline'))
);
--> statement-breakpoint
CREATE TABLE "application_works" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_works_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" bigint NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file_id" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_works_one" CHECK (num_nonnulls("application_works"."url", "application_works"."file_id") = 1),
	CONSTRAINT "application_works_title" CHECK (length("application_works"."title") between 1 and 200),
	CONSTRAINT "application_works_url" CHECK ("application_works"."url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "applications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"certification_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"reviewer_id" bigint,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"retry_on" date,
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('draft', 'submitted', 'in-review', 'approved', 'returned', 'declined', 'withdrawn')),
	CONSTRAINT "applications_reviewer" CHECK ("applications"."state" <> 'in-review' or "applications"."reviewer_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "certification_requirements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certification_requirements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"threshold" integer DEFAULT 1 NOT NULL,
	"within_months" integer,
	CONSTRAINT "certification_requirements_once" UNIQUE("version_id","kind"),
	CONSTRAINT "certification_requirements_kind" CHECK ("certification_requirements"."kind" in ('accepted-answers', 'helpful-votes', 'events-attended', 'success-presentations', 'months-active', 'exam', 'practical')),
	CONSTRAINT "certification_requirements_threshold" CHECK ("certification_requirements"."threshold" between 1 and 1000),
	CONSTRAINT "certification_requirements_months" CHECK ("certification_requirements"."within_months" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "certification_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certification_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"certification_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text NOT NULL,
	"summary_ja" text NOT NULL,
	"summary_en" text NOT NULL,
	"perks_ja" text DEFAULT '' NOT NULL,
	"perks_en" text DEFAULT '' NOT NULL,
	"badge_file_id" uuid,
	"term_months" integer DEFAULT 12 NOT NULL,
	"grace_days" integer DEFAULT 30 NOT NULL,
	"exam_id" bigint,
	"renewal_exam_id" bigint,
	"renewal_answers" integer,
	"needs_second_reviewer" boolean DEFAULT false NOT NULL,
	"rubric" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rubric_pass" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_by" bigint,
	"published_at" timestamp with time zone,
	CONSTRAINT "certification_versions_number" UNIQUE("certification_id","number"),
	CONSTRAINT "certification_versions_term" CHECK ("certification_versions"."term_months" between 1 and 60),
	CONSTRAINT "certification_versions_grace" CHECK ("certification_versions"."grace_days" between 0 and 180),
	CONSTRAINT "certification_versions_renewal" CHECK ("certification_versions"."renewal_answers" > 0),
	CONSTRAINT "certification_versions_published" CHECK (("certification_versions"."published_by" is null) = ("certification_versions"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"level" smallint NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_by" bigint,
	"retired_at" timestamp with time zone,
	CONSTRAINT "certifications_slug_unique" UNIQUE("slug"),
	CONSTRAINT "certifications_slug" CHECK ("certifications"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
	CONSTRAINT "certifications_level" CHECK ("certifications"."level" between 1 and 3),
	CONSTRAINT "certifications_retired" CHECK (("certifications"."retired_by" is null) = ("certifications"."retired_at" is null))
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contributions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"happened_on" date NOT NULL,
	"recorded_by" bigint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"removed_by" bigint,
	"removed_at" timestamp with time zone,
	CONSTRAINT "contributions_kind" CHECK ("contributions"."kind" in ('event-attendance', 'success-presentation', 'talk')),
	CONSTRAINT "contributions_title" CHECK (length("contributions"."title") between 1 and 200),
	CONSTRAINT "contributions_removed" CHECK (("contributions"."removed_by" is null) = ("contributions"."removed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "credential_documents" (
	"credential_id" bigint PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"jwt" text NOT NULL,
	"document" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credential_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credential_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"credential_id" bigint NOT NULL,
	"event" text NOT NULL,
	"actor_id" bigint,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "credential_history_event" CHECK ("credential_history"."event" in ('issued', 'renewed', 'reminded', 'lapsed', 'revoked', 'hidden', 'shown'))
);
--> statement-breakpoint
CREATE TABLE "credential_reminders" (
	"credential_id" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"days" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credential_reminders_credential_id_expires_at_days_pk" PRIMARY KEY("credential_id","expires_at","days")
);
--> statement-breakpoint
CREATE TABLE "credential_renewals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credential_renewals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"credential_id" bigint NOT NULL,
	"way" text NOT NULL,
	"attempt_id" bigint,
	"answers" integer,
	"former_expires_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "credential_renewals_attemptId_unique" UNIQUE("attempt_id"),
	CONSTRAINT "credential_renewals_way" CHECK ("credential_renewals"."way" in ('exam', 'answers'))
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credentials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid NOT NULL,
	"number" text NOT NULL,
	"certification_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"level" smallint NOT NULL,
	"person_id" bigint NOT NULL,
	"application_id" bigint,
	"issued_by" bigint,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	"revoked_by" bigint,
	"revoke_reason" text,
	"hidden_at" timestamp with time zone,
	"status_index" integer NOT NULL,
	CONSTRAINT "credentials_publicId_unique" UNIQUE("public_id"),
	CONSTRAINT "credentials_number_unique" UNIQUE("number"),
	CONSTRAINT "credentials_applicationId_unique" UNIQUE("application_id"),
	CONSTRAINT "credentials_statusIndex_unique" UNIQUE("status_index"),
	CONSTRAINT "credentials_ending" CHECK ("credentials"."ending" is null or "credentials"."ending" in ('lapsed', 'revoked')),
	CONSTRAINT "credentials_ended" CHECK (("credentials"."ended_at" is null) = ("credentials"."ending" is null)),
	CONSTRAINT "credentials_revoked" CHECK (num_nonnulls("credentials"."revoked_by", "credentials"."revoke_reason") = case when "credentials"."ending" = 'revoked' then 2 else 0 end),
	CONSTRAINT "credentials_span" CHECK ("credentials"."issued_at" < "credentials"."expires_at" and "credentials"."expires_at" <= "credentials"."lapses_at"),
	CONSTRAINT "credentials_index" CHECK ("credentials"."status_index" >= 0)
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"algorithm" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_jwk" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "signing_keys_algorithm" CHECK ("signing_keys"."algorithm" in ('RS256', 'Ed25519'))
);
--> statement-breakpoint
CREATE TABLE "exam_areas" (
	"exam_id" bigint NOT NULL,
	"product_area_id" bigint NOT NULL,
	CONSTRAINT "exam_areas_exam_id_product_area_id_pk" PRIMARY KEY("exam_id","product_area_id")
);
--> statement-breakpoint
CREATE TABLE "exam_attempt_items" (
	"attempt_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"item_id" bigint NOT NULL,
	"option_ids" bigint[] NOT NULL,
	"answer" bigint[],
	"revision" integer DEFAULT 0 NOT NULL,
	"answered_at" timestamp with time zone,
	"correct" boolean,
	CONSTRAINT "exam_attempt_items_attempt_id_position_pk" PRIMARY KEY("attempt_id","position"),
	CONSTRAINT "exam_attempt_items_once" UNIQUE("attempt_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "exam_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exam_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exam_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	"correct_count" integer,
	"item_count" integer NOT NULL,
	"pass_percent" integer NOT NULL,
	"passed" boolean,
	CONSTRAINT "exam_attempts_number" UNIQUE("exam_id","person_id","number"),
	CONSTRAINT "exam_attempts_ending" CHECK ("exam_attempts"."ending" is null or "exam_attempts"."ending" in ('handed-in', 'time-up')),
	CONSTRAINT "exam_attempts_ended" CHECK (num_nonnulls("exam_attempts"."ended_at", "exam_attempts"."ending", "exam_attempts"."correct_count", "exam_attempts"."passed") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "exam_item_images" (
	"item_id" bigint NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "exam_item_images_item_id_file_id_pk" PRIMARY KEY("item_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "exam_item_options" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exam_item_options_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"text_source" text NOT NULL,
	"text_html" text NOT NULL,
	"is_correct" boolean DEFAULT false NOT NULL,
	CONSTRAINT "exam_item_options_position" UNIQUE("item_id","position")
);
--> statement-breakpoint
CREATE TABLE "exam_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exam_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"product_area_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"locale" text DEFAULT 'ja' NOT NULL,
	"stem_source" text NOT NULL,
	"stem_html" text NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "exam_items_revision" UNIQUE("code","revision"),
	CONSTRAINT "exam_items_kind" CHECK ("exam_items"."kind" in ('single', 'multiple', 'order')),
	CONSTRAINT "exam_items_locale" CHECK ("exam_items"."locale" in ('ja', 'en')),
	CONSTRAINT "exam_items_code" CHECK ("exam_items"."code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$')
);
--> statement-breakpoint
CREATE TABLE "exams" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_ja" text NOT NULL,
	"name_en" text NOT NULL,
	"locale" text DEFAULT 'ja' NOT NULL,
	"item_count" integer NOT NULL,
	"time_limit_minutes" integer NOT NULL,
	"pass_percent" integer NOT NULL,
	"cooling_off_days" integer DEFAULT 7 NOT NULL,
	"max_attempts" integer DEFAULT 3 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "exams_slug_unique" UNIQUE("slug"),
	CONSTRAINT "exams_slug" CHECK ("exams"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
	CONSTRAINT "exams_locale" CHECK ("exams"."locale" in ('ja', 'en')),
	CONSTRAINT "exams_item_count" CHECK ("exams"."item_count" between 1 and 200),
	CONSTRAINT "exams_time_limit" CHECK ("exams"."time_limit_minutes" between 1 and 480),
	CONSTRAINT "exams_pass" CHECK ("exams"."pass_percent" between 1 and 100),
	CONSTRAINT "exams_cooling_off" CHECK ("exams"."cooling_off_days" between 0 and 365),
	CONSTRAINT "exams_attempts" CHECK ("exams"."max_attempts" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "pair_availabilities" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pair_availabilities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"host_id" bigint NOT NULL,
	"weekday" smallint NOT NULL,
	"from_minute" smallint NOT NULL,
	"to_minute" smallint NOT NULL,
	"time_zone" text NOT NULL,
	CONSTRAINT "pair_availabilities_weekday" CHECK ("pair_availabilities"."weekday" between 1 and 7),
	CONSTRAINT "pair_availabilities_span" CHECK (0 <= "pair_availabilities"."from_minute" and "pair_availabilities"."from_minute" < "pair_availabilities"."to_minute" and "pair_availabilities"."to_minute" <= 1440
        and "pair_availabilities"."from_minute" % 15 = 0 and "pair_availabilities"."to_minute" % 15 = 0)
);
--> statement-breakpoint
CREATE TABLE "pair_hosts" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"meeting_url" text DEFAULT '' NOT NULL,
	"offer" text DEFAULT '' NOT NULL,
	"notice_hours" integer DEFAULT 24 NOT NULL,
	"paused_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pair_hosts_url" CHECK ("pair_hosts"."meeting_url" = '' or "pair_hosts"."meeting_url" ~ '^https://'),
	CONSTRAINT "pair_hosts_notice" CHECK ("pair_hosts"."notice_hours" between 0 and 336)
);
--> statement-breakpoint
CREATE TABLE "pair_session_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pair_session_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" bigint NOT NULL,
	"event" text NOT NULL,
	"actor_id" bigint NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "pair_session_history_event" CHECK ("pair_session_history"."event" in ('booked', 'moved', 'cancelled', 'recorded'))
);
--> statement-breakpoint
CREATE TABLE "pair_session_records" (
	"session_id" bigint PRIMARY KEY NOT NULL,
	"shown" text NOT NULL,
	"to_repeat" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pair_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pair_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"host_id" bigint NOT NULL,
	"guest_id" bigint NOT NULL,
	"organisation_id" bigint,
	"product_area_id" bigint,
	"topic" text NOT NULL,
	"meeting_url" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" bigint,
	"cancel_reason" text,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "pair_sessions_uid_unique" UNIQUE("uid"),
	CONSTRAINT "pair_sessions_two" CHECK ("pair_sessions"."host_id" <> "pair_sessions"."guest_id"),
	CONSTRAINT "pair_sessions_quarter" CHECK (extract(epoch from "pair_sessions"."starts_at")::bigint % 900 = 0),
	CONSTRAINT "pair_sessions_topic" CHECK (length("pair_sessions"."topic") between 1 and 500),
	CONSTRAINT "pair_sessions_cancelled" CHECK (num_nonnulls("pair_sessions"."cancelled_at", "pair_sessions"."cancelled_by", "pair_sessions"."cancel_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_kind";--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "credential_id" bigint;--> statement-breakpoint
ALTER TABLE "application_history" ADD CONSTRAINT "application_history_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_history" ADD CONSTRAINT "application_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_works" ADD CONSTRAINT "application_works_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_works" ADD CONSTRAINT "application_works_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_version_id_certification_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."certification_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_requirements" ADD CONSTRAINT "certification_requirements_version_id_certification_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."certification_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_badge_file_id_files_id_fk" FOREIGN KEY ("badge_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_exam_id_exams_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_renewal_exam_id_exams_id_fk" FOREIGN KEY ("renewal_exam_id") REFERENCES "public"."exams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certification_versions" ADD CONSTRAINT "certification_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_retired_by_people_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_documents" ADD CONSTRAINT "credential_documents_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_history" ADD CONSTRAINT "credential_history_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_history" ADD CONSTRAINT "credential_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_reminders" ADD CONSTRAINT "credential_reminders_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_renewals" ADD CONSTRAINT "credential_renewals_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_renewals" ADD CONSTRAINT "credential_renewals_attempt_id_exam_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."exam_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_certification_id_certifications_id_fk" FOREIGN KEY ("certification_id") REFERENCES "public"."certifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_version_id_certification_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."certification_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_areas" ADD CONSTRAINT "exam_areas_exam_id_exams_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_areas" ADD CONSTRAINT "exam_areas_product_area_id_product_areas_id_fk" FOREIGN KEY ("product_area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempt_items" ADD CONSTRAINT "exam_attempt_items_attempt_id_exam_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."exam_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempt_items" ADD CONSTRAINT "exam_attempt_items_item_id_exam_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."exam_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_exam_id_exams_id_fk" FOREIGN KEY ("exam_id") REFERENCES "public"."exams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_item_images" ADD CONSTRAINT "exam_item_images_item_id_exam_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."exam_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_item_images" ADD CONSTRAINT "exam_item_images_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_item_options" ADD CONSTRAINT "exam_item_options_item_id_exam_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."exam_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_product_area_id_product_areas_id_fk" FOREIGN KEY ("product_area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_availabilities" ADD CONSTRAINT "pair_availabilities_host_id_pair_hosts_person_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."pair_hosts"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_hosts" ADD CONSTRAINT "pair_hosts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_session_history" ADD CONSTRAINT "pair_session_history_session_id_pair_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."pair_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_session_history" ADD CONSTRAINT "pair_session_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_session_records" ADD CONSTRAINT "pair_session_records_session_id_pair_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."pair_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_session_records" ADD CONSTRAINT "pair_session_records_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_sessions" ADD CONSTRAINT "pair_sessions_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_sessions" ADD CONSTRAINT "pair_sessions_guest_id_people_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_sessions" ADD CONSTRAINT "pair_sessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_sessions" ADD CONSTRAINT "pair_sessions_product_area_id_product_areas_id_fk" FOREIGN KEY ("product_area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_sessions" ADD CONSTRAINT "pair_sessions_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_history_application" ON "application_history" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "application_works_application" ON "application_works" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "application_works_file" ON "application_works" USING btree ("file_id") WHERE "application_works"."file_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open" ON "applications" USING btree ("person_id","certification_id") WHERE "applications"."state" in ('draft', 'submitted', 'in-review', 'returned');--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("submitted_at","id") WHERE "applications"."state" in ('submitted', 'in-review');--> statement-breakpoint
CREATE INDEX "applications_state_index" ON "applications" USING btree ("certification_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "certification_versions_writing" ON "certification_versions" USING btree ("certification_id") WHERE "certification_versions"."published_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contributions_once" ON "contributions" USING btree ("person_id","kind","happened_on","title") WHERE "contributions"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "credential_history_credential" ON "credential_history" USING btree ("credential_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_renewals_once" ON "credential_renewals" USING btree ("credential_id","former_expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_live" ON "credentials" USING btree ("person_id","certification_id") WHERE "credentials"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "credentials_person" ON "credentials" USING btree ("person_id","level") WHERE "credentials"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "credentials_lapse" ON "credentials" USING btree ("lapses_at") WHERE "credentials"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "credentials_expiry" ON "credentials" USING btree ("expires_at") WHERE "credentials"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "credentials_certification" ON "credentials" USING btree ("certification_id","issued_at");--> statement-breakpoint
CREATE INDEX "credentials_history" ON "credentials" USING btree ("person_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_current" ON "signing_keys" USING btree ("algorithm") WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "exam_attempt_items_item" ON "exam_attempt_items" USING btree ("item_id") WHERE "exam_attempt_items"."correct" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "exam_attempts_open" ON "exam_attempts" USING btree ("exam_id","person_id") WHERE "exam_attempts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "exam_attempts_due" ON "exam_attempts" USING btree ("deadline_at") WHERE "exam_attempts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "exam_attempts_person" ON "exam_attempts" USING btree ("person_id","exam_id");--> statement-breakpoint
CREATE INDEX "exam_item_images_file" ON "exam_item_images" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exam_items_in_use" ON "exam_items" USING btree ("code") WHERE "exam_items"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "exam_items_area" ON "exam_items" USING btree ("product_area_id","locale") WHERE "exam_items"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pair_availabilities_once" ON "pair_availabilities" USING btree ("host_id","weekday","from_minute");--> statement-breakpoint
CREATE INDEX "pair_session_history_session" ON "pair_session_history" USING btree ("session_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pair_sessions_host" ON "pair_sessions" USING btree ("host_id","starts_at") WHERE "pair_sessions"."cancelled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pair_sessions_guest" ON "pair_sessions" USING btree ("guest_id","starts_at") WHERE "pair_sessions"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "pair_sessions_remind" ON "pair_sessions" USING btree ("starts_at") WHERE "pair_sessions"."cancelled_at" is null and "pair_sessions"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "pair_sessions_organisation" ON "pair_sessions" USING btree ("organisation_id","starts_at");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_credential" ON "answers" USING btree ("credential_id") WHERE "answers"."credential_id" is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_kind" CHECK ("files"."kind" in ('image', 'avatar', 'badge', 'work'));