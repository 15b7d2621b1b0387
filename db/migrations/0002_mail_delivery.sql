DROP INDEX "outgoing_mails_waiting";--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "gave_up_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "outgoing_mails_waiting" ON "outgoing_mails" USING btree ("id") WHERE "outgoing_mails"."sent_at" is null and "outgoing_mails"."gave_up_at" is null;