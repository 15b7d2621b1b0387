import { mentionedHandles } from "#app/lib/markdown/scan.ts";
import type { notifications } from "#db/schema/notifications.ts";
import type { NotificationKind } from "#db/vocabulary.ts";
import type { Community, Member } from "./community.ts";
import type { Row } from "./insert-rows.ts";
import { found, type PostIds } from "./thread-rows.ts";
import type { Thread, ThreadEvent } from "./threads.ts";

const HOUR = 60 * 60_000;
const KEPT = 30 * 24 * HOUR;
const READ_AFTER = 72 * HOUR;

type Given = { ids: PostIds; community: Community; now: Date };
type News = Row<typeof notifications> & { createdAt: Date };

/**
 * What people found in their inbox because of a thread, by the rules of the portal: followers hear
 * of a new question, watchers of what follows, the mentioned of their mention, nobody of their
 * own deeds. Only the last month is kept, and only the last three days are unread.
 */
export function newsOfThread(thread: Thread, given: Given): News[] {
  const { now, community, ids } = given;
  const { question, events } = thread;
  const watching = new Set<string>();
  const sees = audience(thread, community);
  const news: News[] = [];
  for (const event of events) {
    if (["asked", "answered", "commented"].includes(event.kind)) watching.add(event.by);
    if (now.getTime() - event.at.getTime() > KEPT) continue;
    for (const [kind, keys] of recipients(thread, event, watching, community)) {
      for (const key of new Set(keys)) {
        if (key === event.by || !sees(key)) continue;
        const readAt = new Date(event.at.getTime() + 3 * HOUR);
        news.push({
          personId: found(community.members, key).id,
          kind,
          actorId: found(community.members, event.by).id,
          questionId: found(ids.questions, question.key),
          answerId: "answer" in event && event.answer ? found(ids.answers, event.answer) : null,
          commentId: event.kind === "commented" ? found(ids.comments, event.comment) : null,
          createdAt: event.at,
          readAt: now.getTime() - event.at.getTime() > READ_AFTER ? readAt : null,
        });
      }
    }
  }
  return news;
}

function recipients(
  { question }: Thread,
  event: ThreadEvent,
  watching: ReadonlySet<string>,
  community: Community,
): [NotificationKind, string[]][] {
  const watchers = [...watching];
  switch (event.kind) {
    case "asked": {
      const mentioned = mentionedKeys(question.body, community);
      const followers = keysWhere(community, ({ follows }) => follows.includes(question.area));
      return [
        ["mentioned", mentioned],
        ["question-asked", without(followers, mentioned)],
      ];
    }
    case "answered":
      return [
        ["question-answered", [question.by]],
        ["watched-answered", without(watchers, [question.by])],
        ["mentioned", without(mentionedKeys(event.answer.body, community), watchers)],
      ];
    case "commented": {
      const mentioned = mentionedKeys(event.comment.body, community);
      return [
        ["mentioned", mentioned],
        ["commented", without(watchers, mentioned)],
      ];
    }
    case "accepted":
      return [["answer-accepted", [event.answer.by]]];
    case "information-requested":
      return [["information-requested", [question.by]]];
    case "closed":
    case "marked-duplicate":
      return [["question-closed", watchers]];
    default:
      return [];
  }
}

/** For whom the question exists. */
function audience({ question }: Thread, { members }: Community): (key: string) => boolean {
  if (question.scope !== "organisation") return () => true;
  const { organisationId } = found(members, question.by);
  return (key) => {
    const member = found(members, key);
    return member.isStaff || member.organisationId === organisationId;
  };
}

function mentionedKeys(body: string, community: Community): string[] {
  const handles = mentionedHandles(body);
  return keysWhere(community, ({ handle }) => handles.includes(handle));
}

function keysWhere({ members }: Community, holds: (member: Member) => boolean): string[] {
  return [...members].filter(([, member]) => holds(member)).map(([key]) => key);
}

function without(keys: string[], others: string[]): string[] {
  return keys.filter((key) => !others.includes(key));
}
