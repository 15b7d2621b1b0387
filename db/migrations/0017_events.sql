CREATE TABLE "attendances" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attendances_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"person_id" bigint,
	"registration_id" bigint,
	"organisation_id" bigint,
	"guest_name" text DEFAULT '' NOT NULL,
	"guest_affiliation" text DEFAULT '' NOT NULL,
	"way" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" bigint NOT NULL,
	"key" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" bigint,
	CONSTRAINT "attendances_way" CHECK ("attendances"."way" in ('qr', 'code', 'list', 'self', 'online', 'walk-in')),
	CONSTRAINT "attendances_who" CHECK (("attendances"."person_id" is null) = ("attendances"."guest_name" <> '')),
	CONSTRAINT "attendances_undone" CHECK (("attendances"."undone_at" is null) = ("attendances"."undone_by" is null))
);
--> statement-breakpoint
CREATE TABLE "event_materials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_materials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"session_id" bigint,
	"title" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"audience" text NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" bigint,
	CONSTRAINT "event_materials_audience" CHECK ("event_materials"."audience" in ('attendees', 'everyone')),
	CONSTRAINT "event_materials_title" CHECK (length("event_materials"."title") between 1 and 200),
	CONSTRAINT "event_materials_what" CHECK (("event_materials"."file_id" is null) = ("event_materials"."url" <> '')),
	CONSTRAINT "event_materials_url" CHECK ("event_materials"."url" = '' or "event_materials"."url" ~ '^https://'),
	CONSTRAINT "event_materials_removed" CHECK (("event_materials"."removed_at" is null) = ("event_materials"."removed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "room_questions" (
	"question_id" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"session_id" bigint,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "survey_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"satisfaction" smallint,
	"recommendation" smallint,
	"next_step" text DEFAULT '' NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "survey_invitations_satisfaction" CHECK ("survey_invitations"."satisfaction" between 1 and 5),
	CONSTRAINT "survey_invitations_recommendation" CHECK ("survey_invitations"."recommendation" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "survey_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"invitation_id" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_areas" (
	"event_id" bigint NOT NULL,
	"product_area_id" bigint NOT NULL,
	CONSTRAINT "event_areas_event_id_product_area_id_pk" PRIMARY KEY("event_id","product_area_id")
);
--> statement-breakpoint
CREATE TABLE "event_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"actor_id" bigint,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_history_kind" CHECK ("event_history"."kind" in ('created', 'copied', 'edited', 'scheduled', 'unscheduled', 'published', 'moved', 'postponed', 'cancelled', 'drawn', 'messaged', 'invited', 'uninvited', 'organiser-added', 'organiser-removed', 'survey-opened'))
);
--> statement-breakpoint
CREATE TABLE "event_images" (
	"event_id" bigint NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "event_images_event_id_file_id_pk" PRIMARY KEY("event_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "event_organisers" (
	"event_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_organisers_event_id_person_id_pk" PRIMARY KEY("event_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "event_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_questions_kind" CHECK ("event_questions"."kind" in ('text', 'choice', 'choices')),
	CONSTRAINT "event_questions_label" CHECK (length("event_questions"."label") between 1 and 200),
	CONSTRAINT "event_questions_choices" CHECK (("event_questions"."kind" = 'text') = (cardinality("event_questions"."choices") = 0))
);
--> statement-breakpoint
CREATE TABLE "event_series" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_series_name" CHECK (length("event_series"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "event_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"starts_after" integer NOT NULL,
	"minutes" integer NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"track" text DEFAULT '' NOT NULL,
	"recording_url" text DEFAULT '' NOT NULL,
	"notes_source" text DEFAULT '' NOT NULL,
	"notes_html" text DEFAULT '' NOT NULL,
	"notes_renderer_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "event_sessions_title" CHECK (length("event_sessions"."title") between 1 and 200),
	CONSTRAINT "event_sessions_span" CHECK ("event_sessions"."starts_after" >= 0 and "event_sessions"."minutes" between 1 and 1440),
	CONSTRAINT "event_sessions_recording" CHECK ("event_sessions"."recording_url" = '' or "event_sessions"."recording_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"scope" text NOT NULL,
	"invited_only" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"body_source" text DEFAULT '' NOT NULL,
	"body_html" text DEFAULT '' NOT NULL,
	"body_text" text DEFAULT '' NOT NULL,
	"renderer_version" integer DEFAULT 0 NOT NULL,
	"cover_file_id" uuid,
	"series_id" bigint,
	"phases" text[] DEFAULT '{}' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text DEFAULT 'Asia/Tokyo' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"venue_name" text DEFAULT '' NOT NULL,
	"venue_address" text DEFAULT '' NOT NULL,
	"map_url" text DEFAULT '' NOT NULL,
	"venue_note" text DEFAULT '' NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"online_note" text DEFAULT '' NOT NULL,
	"registration_opens_at" timestamp with time zone,
	"registration_closes_at" timestamp with time zone,
	"offer_hours" integer DEFAULT 24 NOT NULL,
	"colleagues_max" integer DEFAULT 2 NOT NULL,
	"proposals_close_at" timestamp with time zone,
	"proposals_note" text DEFAULT '' NOT NULL,
	"recording_url" text DEFAULT '' NOT NULL,
	"check_in_code" text NOT NULL,
	"publish_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"published_by" bigint,
	"postponed_at" timestamp with time zone,
	"postponed_by" bigint,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" bigint,
	"message" text DEFAULT '' NOT NULL,
	"survey_opened_at" timestamp with time zone,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search_vector" "tsvector" NOT NULL,
	CONSTRAINT "events_uid_unique" UNIQUE("uid"),
	CONSTRAINT "events_kind" CHECK ("events"."kind" in ('user-group', 'invited-meeting', 'webinar', 'workshop', 'study-session')),
	CONSTRAINT "events_place" CHECK ("events"."place" in ('on-site', 'online', 'hybrid')),
	CONSTRAINT "events_scope" CHECK ("events"."scope" in ('supporters', 'customers', 'public')),
	CONSTRAINT "events_title" CHECK (length("events"."title") between 1 and 200),
	CONSTRAINT "events_phases" CHECK ("events"."phases" <@ array['introduction', 'trial', 'established']::text[]),
	CONSTRAINT "events_span" CHECK ("events"."starts_at" < "events"."ends_at"),
	CONSTRAINT "events_length" CHECK ("events"."ends_at" <= "events"."starts_at" + interval '14 days'),
	CONSTRAINT "events_window" CHECK ("events"."registration_opens_at" < "events"."registration_closes_at"),
	CONSTRAINT "events_offer" CHECK ("events"."offer_hours" between 1 and 336),
	CONSTRAINT "events_colleagues" CHECK ("events"."colleagues_max" between 0 and 10),
	CONSTRAINT "events_map" CHECK ("events"."map_url" = '' or "events"."map_url" ~ '^https://'),
	CONSTRAINT "events_online" CHECK ("events"."online_url" = '' or "events"."online_url" ~ '^https://'),
	CONSTRAINT "events_recording" CHECK ("events"."recording_url" = '' or "events"."recording_url" ~ '^https://'),
	CONSTRAINT "events_published" CHECK (("events"."published_at" is null) = ("events"."published_by" is null)),
	CONSTRAINT "events_publish_once" CHECK ("events"."publish_at" is null or "events"."published_at" is null),
	CONSTRAINT "events_postponed" CHECK (("events"."postponed_at" is null) = ("events"."postponed_by" is null)),
	CONSTRAINT "events_cancelled" CHECK (("events"."cancelled_at" is null) = ("events"."cancelled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "organiser_permissions" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"granted_by" bigint NOT NULL,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_speakers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "session_speakers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"person_id" bigint,
	"name" text DEFAULT '' NOT NULL,
	"affiliation" text DEFAULT '' NOT NULL,
	"thanked_at" timestamp with time zone,
	CONSTRAINT "session_speakers_who" CHECK (("session_speakers"."person_id" is null) = ("session_speakers"."name" <> ''))
);
--> statement-breakpoint
CREATE TABLE "talk_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "talk_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"minutes" integer NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"verdict" text,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"session_id" bigint,
	CONSTRAINT "talk_proposals_verdict" CHECK ("talk_proposals"."verdict" in ('accepted', 'declined')),
	CONSTRAINT "talk_proposals_title" CHECK (length("talk_proposals"."title") between 1 and 200),
	CONSTRAINT "talk_proposals_minutes" CHECK ("talk_proposals"."minutes" between 1 and 480),
	CONSTRAINT "talk_proposals_decided" CHECK (num_nonnulls("talk_proposals"."verdict", "talk_proposals"."decided_by", "talk_proposals"."decided_at") in (0, 3)),
	CONSTRAINT "talk_proposals_one_end" CHECK (num_nonnulls("talk_proposals"."verdict", "talk_proposals"."withdrawn_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "ticket_types" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"place" text NOT NULL,
	"capacity" integer NOT NULL,
	"admission" text NOT NULL,
	"organisation_cap" integer,
	"phases" text[] DEFAULT '{}' NOT NULL,
	"tiers" text[] DEFAULT '{}' NOT NULL,
	"supporters_only" boolean DEFAULT false NOT NULL,
	"last_queue_number" integer DEFAULT 0 NOT NULL,
	"draw_at" timestamp with time zone,
	"draw_commitment" text,
	"draw_seed" text,
	"drawn_at" timestamp with time zone,
	"draw_record" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ticket_types_place" CHECK ("ticket_types"."place" in ('on-site', 'online')),
	CONSTRAINT "ticket_types_admission" CHECK ("ticket_types"."admission" in ('first-come', 'approval', 'lottery', 'invitation')),
	CONSTRAINT "ticket_types_name" CHECK (length("ticket_types"."name") between 1 and 100),
	CONSTRAINT "ticket_types_capacity" CHECK ("ticket_types"."capacity" between 1 and 100000),
	CONSTRAINT "ticket_types_cap" CHECK ("ticket_types"."organisation_cap" between 1 and 1000),
	CONSTRAINT "ticket_types_phases" CHECK ("ticket_types"."phases" <@ array['introduction', 'trial', 'established']::text[]),
	CONSTRAINT "ticket_types_tiers" CHECK ("ticket_types"."tiers" <@ array['S', '1', '2', '3']::text[]),
	CONSTRAINT "ticket_types_lottery" CHECK (num_nonnulls("ticket_types"."draw_at", "ticket_types"."draw_commitment", "ticket_types"."draw_seed") = case when "ticket_types"."admission" = 'lottery' then 3 else 0 end),
	CONSTRAINT "ticket_types_drawn" CHECK (("ticket_types"."drawn_at" is null) = ("ticket_types"."draw_record" is null))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "event_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"invited_by" bigint NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" bigint,
	CONSTRAINT "event_invitations_withdrawn" CHECK (("event_invitations"."withdrawn_at" is null) = ("event_invitations"."withdrawn_by" is null))
);
--> statement-breakpoint
CREATE TABLE "event_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"segment" text NOT NULL,
	"message" text NOT NULL,
	"recipients" integer NOT NULL,
	"sent_by" bigint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "event_messages_segment" CHECK ("event_messages"."segment" in ('everyone', 'confirmed', 'waiting', 'applied', 'attended', 'absent'))
);
--> statement-breakpoint
CREATE TABLE "event_reminders" (
	"event_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_reminders_event_id_kind_starts_at_pk" PRIMARY KEY("event_id","kind","starts_at"),
	CONSTRAINT "event_reminders_kind" CHECK ("event_reminders"."kind" in ('week', 'day', 'hour'))
);
--> statement-breakpoint
CREATE TABLE "registration_answers" (
	"registration_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "registration_answers_registration_id_question_id_pk" PRIMARY KEY("registration_id","question_id"),
	CONSTRAINT "registration_answers_length" CHECK (length("registration_answers"."answer") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "registration_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registration_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"registration_id" bigint NOT NULL,
	"actor_id" bigint,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "registration_history_kind" CHECK ("registration_history"."kind" in ('applied', 'confirmed', 'waitlisted', 'offered', 'offer-accepted', 'offer-declined', 'offer-lapsed', 'drawn', 'not-drawn', 'approved', 'turned-down', 'cancelled', 'removed', 'event-cancelled'))
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"ticket_type_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"organisation_id" bigint,
	"applied_by" bigint NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"queue_number" integer,
	"offer_ends_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ending" text,
	"note" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "registrations_state" CHECK ("registrations"."state" in ('applied', 'waitlisted', 'offered', 'confirmed', 'cancelled', 'declined')),
	CONSTRAINT "registrations_ending" CHECK ("registrations"."ending" in ('cancelled', 'removed', 'offer-declined', 'offer-lapsed', 'turned-down', 'event-cancelled')),
	CONSTRAINT "registrations_queue" CHECK (("registrations"."state" = 'waitlisted') = ("registrations"."queue_number" is not null)),
	CONSTRAINT "registrations_offer" CHECK (("registrations"."state" = 'offered') = ("registrations"."offer_ends_at" is not null)),
	CONSTRAINT "registrations_ended" CHECK (("registrations"."state" in ('cancelled', 'declined')) = (num_nonnulls("registrations"."ended_at", "registrations"."ending") = 2)
        and num_nonnulls("registrations"."ended_at", "registrations"."ending") in (0, 2)),
	CONSTRAINT "registrations_code" CHECK ("registrations"."code" ~ '^[0-9A-HJKMNP-TV-Z]{8}$')
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_kind";--> statement-breakpoint
ALTER TABLE "notification_preferences" DROP CONSTRAINT "notification_preferences_kind";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "unsubscribe_links" DROP CONSTRAINT "unsubscribe_links_target";--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_materials" ADD CONSTRAINT "event_materials_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_questions" ADD CONSTRAINT "room_questions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_questions" ADD CONSTRAINT "room_questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_questions" ADD CONSTRAINT "room_questions_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_questions" ADD CONSTRAINT "room_questions_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD CONSTRAINT "survey_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitations" ADD CONSTRAINT "survey_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_invitation_id_survey_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."survey_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_areas" ADD CONSTRAINT "event_areas_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_areas" ADD CONSTRAINT "event_areas_product_area_id_product_areas_id_fk" FOREIGN KEY ("product_area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_history" ADD CONSTRAINT "event_history_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_history" ADD CONSTRAINT "event_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_images" ADD CONSTRAINT "event_images_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_images" ADD CONSTRAINT "event_images_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organisers" ADD CONSTRAINT "event_organisers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organisers" ADD CONSTRAINT "event_organisers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organisers" ADD CONSTRAINT "event_organisers_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_questions" ADD CONSTRAINT "event_questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_series" ADD CONSTRAINT "event_series_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sessions" ADD CONSTRAINT "event_sessions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_cover_file_id_files_id_fk" FOREIGN KEY ("cover_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_series_id_event_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."event_series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_postponed_by_people_id_fk" FOREIGN KEY ("postponed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organiser_permissions" ADD CONSTRAINT "organiser_permissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organiser_permissions" ADD CONSTRAINT "organiser_permissions_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_speakers" ADD CONSTRAINT "session_speakers_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_speakers" ADD CONSTRAINT "session_speakers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_proposals" ADD CONSTRAINT "talk_proposals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_proposals" ADD CONSTRAINT "talk_proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_proposals" ADD CONSTRAINT "talk_proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_proposals" ADD CONSTRAINT "talk_proposals_session_id_event_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."event_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD CONSTRAINT "ticket_types_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_messages" ADD CONSTRAINT "event_messages_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_messages" ADD CONSTRAINT "event_messages_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_reminders" ADD CONSTRAINT "event_reminders_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_answers" ADD CONSTRAINT "registration_answers_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_answers" ADD CONSTRAINT "registration_answers_question_id_event_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."event_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_history" ADD CONSTRAINT "registration_history_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_history" ADD CONSTRAINT "registration_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_ticket_type_id_ticket_types_id_fk" FOREIGN KEY ("ticket_type_id") REFERENCES "public"."ticket_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_applied_by_people_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_once" ON "attendances" USING btree ("event_id","person_id") WHERE "attendances"."undone_at" is null and "attendances"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_key" ON "attendances" USING btree ("event_id","key");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "attendances_organisation" ON "attendances" USING btree ("organisation_id","at") WHERE "attendances"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "attendances_at" ON "attendances" USING btree ("at") WHERE "attendances"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "event_materials_event" ON "event_materials" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "event_materials_file" ON "event_materials" USING btree ("file_id") WHERE "event_materials"."file_id" is not null;--> statement-breakpoint
CREATE INDEX "room_questions_event" ON "room_questions" USING btree ("event_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_invitations_once" ON "survey_invitations" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE INDEX "survey_invitations_person" ON "survey_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "survey_links_invitation" ON "survey_links" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "event_areas_area" ON "event_areas" USING btree ("product_area_id","event_id");--> statement-breakpoint
CREATE INDEX "event_history_event" ON "event_history" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "event_images_file" ON "event_images" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "event_organisers_person" ON "event_organisers" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE INDEX "event_questions_event" ON "event_questions" USING btree ("event_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_series_name_unique" ON "event_series" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "event_sessions_event" ON "event_sessions" USING btree ("event_id","starts_after","id");--> statement-breakpoint
CREATE INDEX "events_starts" ON "events" USING btree ("starts_at","id") WHERE "events"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "events_ends" ON "events" USING btree ("ends_at","id") WHERE "events"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "events_all" ON "events" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "events_series" ON "events" USING btree ("series_id","starts_at") WHERE "events"."series_id" is not null;--> statement-breakpoint
CREATE INDEX "events_publish" ON "events" USING btree ("publish_at") WHERE "events"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "events_cover" ON "events" USING btree ("cover_file_id") WHERE "events"."cover_file_id" is not null;--> statement-breakpoint
CREATE INDEX "events_updated" ON "events" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin ("search_vector");--> statement-breakpoint
CREATE UNIQUE INDEX "session_speakers_once" ON "session_speakers" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "session_speakers_person" ON "session_speakers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "talk_proposals_event" ON "talk_proposals" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "talk_proposals_person" ON "talk_proposals" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE INDEX "ticket_types_event" ON "ticket_types" USING btree ("event_id","position","id");--> statement-breakpoint
CREATE INDEX "ticket_types_draw" ON "ticket_types" USING btree ("draw_at") WHERE "ticket_types"."drawn_at" is null and "ticket_types"."draw_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "event_invitations_once" ON "event_invitations" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE INDEX "event_invitations_person" ON "event_invitations" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_messages_once" ON "event_messages" USING btree ("event_id","key");--> statement-breakpoint
CREATE INDEX "registration_history_registration" ON "registration_history" USING btree ("registration_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_live" ON "registrations" USING btree ("event_id","person_id") WHERE "registrations"."state" not in ('cancelled', 'declined');--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_code_once" ON "registrations" USING btree ("event_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_queue_once" ON "registrations" USING btree ("ticket_type_id","queue_number");--> statement-breakpoint
CREATE INDEX "registrations_ticket" ON "registrations" USING btree ("ticket_type_id","state","organisation_id");--> statement-breakpoint
CREATE INDEX "registrations_event" ON "registrations" USING btree ("event_id","state","id");--> statement-breakpoint
CREATE INDEX "registrations_person" ON "registrations" USING btree ("person_id","event_id");--> statement-breakpoint
CREATE INDEX "registrations_offers" ON "registrations" USING btree ("offer_ends_at") WHERE "registrations"."state" = 'offered';--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_kind" CHECK ("files"."kind" in ('image', 'avatar', 'badge', 'work', 'cover', 'material'));--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_kind" CHECK ("notification_preferences"."kind" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due', 'application-submitted', 'application-in-review', 'application-returned', 'application-approved', 'application-declined', 'credential-expiring', 'credential-lapsed', 'credential-renewed', 'credential-revoked', 'pair-session-booked', 'pair-session-moved', 'pair-session-cancelled', 'pair-session-reminder', 'pair-session-recorded', 'event-published', 'event-invited', 'event-changed', 'event-postponed', 'event-cancelled', 'event-reminder', 'event-message', 'event-materials', 'event-survey', 'registration-confirmed', 'registration-offered', 'registration-lapsed', 'registration-declined', 'registration-waitlisted', 'registration-cancelled', 'registration-for-you', 'registration-requested', 'speaker-named', 'speaker-thanked', 'talk-proposed', 'talk-accepted', 'talk-declined'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due', 'application-submitted', 'application-in-review', 'application-returned', 'application-approved', 'application-declined', 'credential-expiring', 'credential-lapsed', 'credential-renewed', 'credential-revoked', 'pair-session-booked', 'pair-session-moved', 'pair-session-cancelled', 'pair-session-reminder', 'pair-session-recorded', 'event-published', 'event-invited', 'event-changed', 'event-postponed', 'event-cancelled', 'event-reminder', 'event-message', 'event-materials', 'event-survey', 'registration-confirmed', 'registration-offered', 'registration-lapsed', 'registration-declined', 'registration-waitlisted', 'registration-cancelled', 'registration-for-you', 'registration-requested', 'speaker-named', 'speaker-thanked', 'talk-proposed', 'talk-accepted', 'talk-declined'));--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_target" CHECK ("unsubscribe_links"."target" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due', 'application-submitted', 'application-in-review', 'application-returned', 'application-approved', 'application-declined', 'credential-expiring', 'credential-lapsed', 'credential-renewed', 'credential-revoked', 'pair-session-booked', 'pair-session-moved', 'pair-session-cancelled', 'pair-session-reminder', 'pair-session-recorded', 'event-published', 'event-invited', 'event-changed', 'event-postponed', 'event-cancelled', 'event-reminder', 'event-message', 'event-materials', 'event-survey', 'registration-confirmed', 'registration-offered', 'registration-lapsed', 'registration-declined', 'registration-waitlisted', 'registration-cancelled', 'registration-for-you', 'registration-requested', 'speaker-named', 'speaker-thanked', 'talk-proposed', 'talk-accepted', 'talk-declined', 'daily', 'weekly'));