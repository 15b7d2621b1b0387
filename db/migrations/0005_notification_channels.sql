CREATE TABLE "notification_preferences" (
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"in_inbox" boolean NOT NULL,
	"mail" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_preferences_person_id_kind_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "notification_preferences_kind" CHECK ("notification_preferences"."kind" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due')),
	CONSTRAINT "notification_preferences_mail" CHECK ("notification_preferences"."mail" in ('off', 'at-once', 'daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "notification_schedules" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"digest_hour" smallint NOT NULL,
	"digest_weekday" smallint NOT NULL,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_schedules_digest_hour" CHECK ("notification_schedules"."digest_hour" between 0 and 23),
	CONSTRAINT "notification_schedules_weekday" CHECK ("notification_schedules"."digest_weekday" between 1 and 7),
	CONSTRAINT "notification_schedules_quiet" CHECK (num_nulls("notification_schedules"."quiet_from", "notification_schedules"."quiet_until") = 2 or ("notification_schedules"."quiet_from" between 0 and 23 and "notification_schedules"."quiet_until" between 0 and 23 and "notification_schedules"."quiet_from" <> "notification_schedules"."quiet_until"))
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"target" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"turned_off" jsonb,
	CONSTRAINT "unsubscribe_links_target" CHECK ("unsubscribe_links"."target" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due', 'daily', 'weekly')),
	CONSTRAINT "unsubscribe_links_used" CHECK (("unsubscribe_links"."used_at" is null) = ("unsubscribe_links"."turned_off" is null))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "outgoing_mails" DROP CONSTRAINT "outgoing_mails_kind";--> statement-breakpoint
-- Mails about answers become notifications; those that wait keep what they say.
UPDATE "outgoing_mails" SET "kind" = 'notification', "params" = CASE WHEN "params" ? 'questionUrl' THEN jsonb_build_object(
	'about', 'question-answered',
	'actor', "params"->>'answerer',
	'title', "params"->>'questionTitle',
	'excerpt', "params"->>'excerpt',
	'url', "params"->>'questionUrl',
	'questionId', coalesce(substring("params"->>'questionUrl' from '/questions/(\d+)'), '0')::bigint,
	'detail', '{}'::jsonb,
	'settingsUrl', regexp_replace("params"->>'questionUrl', '/questions/.*$', '/settings/notifications'),
	'unsubscribeUrl', ''
) ELSE "params" END WHERE "kind" = 'question-answered';--> statement-breakpoint
DROP INDEX "notifications_unread";--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "detail" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "once_key" text DEFAULT gen_random_uuid()::text NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "in_inbox" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_outcome" text DEFAULT 'not-wanted' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_id" bigint;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_schedules" ADD CONSTRAINT "notification_schedules_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsubscribe_links_person" ON "unsubscribe_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_age" ON "unsubscribe_links" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_id_outgoing_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."outgoing_mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("person_id","once_key");--> statement-breakpoint
CREATE INDEX "notifications_thread" ON "notifications" USING btree ("person_id","question_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_mail_due" ON "notifications" USING btree ("mail_due_at","person_id") WHERE "notifications"."mail_due_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_id") WHERE "notifications"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","question_id") WHERE "notifications"."read_at" is null and "notifications"."in_inbox";--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_outcome" CHECK ("notifications"."mail_outcome" in ('waiting', 'mailed', 'digested', 'not-wanted', 'already-read', 'lost-access', 'suspended', 'no-address'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_waits" CHECK (("notifications"."mail_outcome" = 'waiting') = ("notifications"."mail_due_at" is not null));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('question-asked', 'question-answered', 'watched-answered', 'answer-accepted', 'commented', 'mentioned', 'information-requested', 'question-closed', 'routed', 'handed-over', 'taken', 'take-lapsed', 'queued', 'nudge-acceptance', 'nudge-information', 'presumed-solved', 'review-due'));--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_kind" CHECK ("outgoing_mails"."kind" in ('signup', 'account-exists', 'domain-unknown', 'reset-password', 'password-changed', 'change-email', 'email-changed', 'invitation', 'notification', 'digest'));