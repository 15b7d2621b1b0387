DROP INDEX "outgoing_mails_newest";--> statement-breakpoint
DROP INDEX "audit_log_newest";--> statement-breakpoint
DROP INDEX "notifications_person";--> statement-breakpoint
DROP INDEX "notifications_thread";--> statement-breakpoint
DROP INDEX "audit_log_target";--> statement-breakpoint
DROP INDEX "audit_log_actor";--> statement-breakpoint
DROP INDEX "question_watches_person";--> statement-breakpoint
DROP INDEX "accepted_answers_newest";--> statement-breakpoint
DROP INDEX "answers_author";--> statement-breakpoint
DROP INDEX "comments_author";--> statement-breakpoint
DROP INDEX "question_tags_tag";--> statement-breakpoint
DROP INDEX "questions_newest";--> statement-breakpoint
DROP INDEX "questions_active";--> statement-breakpoint
DROP INDEX "questions_helpful";--> statement-breakpoint
DROP INDEX "questions_state_newest";--> statement-breakpoint
DROP INDEX "questions_area_newest";--> statement-breakpoint
DROP INDEX "questions_author_newest";--> statement-breakpoint
DROP INDEX "questions_organisation_newest";--> statement-breakpoint
DROP INDEX "routing_offers_person";--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notifications_thread" ON "notifications" USING btree ("person_id","question_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_target" ON "audit_log" USING btree ("target_kind","target_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "question_watches_person" ON "question_watches" USING btree ("person_id","question_id");--> statement-breakpoint
CREATE INDEX "accepted_answers_newest" ON "accepted_answers" USING btree ("accepted_at");--> statement-breakpoint
CREATE INDEX "answers_author" ON "answers" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "question_tags_tag" ON "question_tags" USING btree ("tag_id","question_id");--> statement-breakpoint
CREATE INDEX "questions_newest" ON "questions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "questions_active" ON "questions" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "questions_helpful" ON "questions" USING btree ("helpful_count","id");--> statement-breakpoint
CREATE INDEX "questions_state_newest" ON "questions" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "questions_area_newest" ON "questions" USING btree ("product_area_id","created_at","id");--> statement-breakpoint
CREATE INDEX "questions_author_newest" ON "questions" USING btree ("author_id","created_at","id");--> statement-breakpoint
CREATE INDEX "questions_organisation_newest" ON "questions" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "routing_offers_person" ON "routing_offers" USING btree ("person_id","offered_at");