import { visibleText } from "#app/questions/questions.ts";
import {
  type DumpRow,
  optionalDate,
  optionalId,
  optionalText,
  type ParsedRow,
  parsing,
  refuse,
  requiredDate,
  requiredId,
  shown,
  wholeNumber,
} from "./dump-row.ts";

/** Who wrote something, as far as the dump tells. */
export type DumpAuthor = {
  /** Key among the people of one source: a user's number, `name:<display name>` or `unknown`. */
  key: string;
  name?: string | undefined;
};

type DumpPost = {
  id: string;
  author: DumpAuthor;
  html: string;
  score: number;
  createdAt: Date;
  editedAt: Date | undefined;
};

export type DumpQuestion = DumpPost & {
  kind: "question";
  title: string;
  tags: string[];
  acceptedAnswerId: string | undefined;
  lastActivityAt: Date;
  closedAt: Date | undefined;
};

export type DumpAnswer = DumpPost & { kind: "answer"; questionId: string };

export type DumpOtherPost = { kind: "other"; type: string };

export type DumpUser = { id: string; name: string; aboutHtml: string; createdAt: Date };

export type DumpComment = {
  id: string;
  postId: string;
  author: DumpAuthor;
  markdown: string;
  createdAt: Date;
};

export type DumpVote = { postId: string; kind: "helpful" | "accepted" | "other"; at: Date };

export type DumpLink = {
  id: string;
  kind: "duplicate" | "other";
  postId: string;
  relatedPostId: string;
  createdAt: Date;
};

const MAX_TITLE_LENGTH = 300;
const MAX_TAG_LENGTH = 40;

/** Names of the kinds of posts that are neither question nor answer, by `PostTypeId`. */
const OTHER_POSTS: Record<string, string> = {
  "3": "orphaned tag wiki",
  "4": "tag wiki excerpt",
  "5": "tag wiki",
  "6": "moderator nomination",
  "7": "wiki placeholder",
  "8": "privilege wiki",
};

/** Interprets a row of Posts.xml; a type that the portal has no place for is `other`. */
export function parsePost(row: DumpRow): ParsedRow<DumpQuestion | DumpAnswer | DumpOtherPost> {
  return parsing(row, (attributes) => {
    const id = requiredId(attributes, "Id");
    const type = requiredId(attributes, "PostTypeId");
    if (type !== "1" && type !== "2") {
      return { kind: "other", type: OTHER_POSTS[type] ?? `post of type ${type}` } as const;
    }
    const html = attributes.Body ?? "";
    if (isBlank(html)) refuse("Body is empty");
    const createdAt = requiredDate(attributes, "CreationDate");
    const post = {
      id,
      author: authorOf(attributes, "OwnerUserId", "OwnerDisplayName"),
      html,
      score: wholeNumber(attributes, "Score"),
      createdAt,
      editedAt: optionalDate(attributes, "LastEditDate"),
    };
    if (type === "2") {
      return { ...post, kind: "answer", questionId: requiredId(attributes, "ParentId") } as const;
    }
    return {
      ...post,
      kind: "question",
      title: titleOf(attributes.Title ?? ""),
      tags:
        parseTags(attributes.Tags ?? "") ??
        refuse(`Tags ${shown(attributes.Tags ?? "")} are in no known form`),
      acceptedAnswerId: optionalId(attributes, "AcceptedAnswerId"),
      lastActivityAt: optionalDate(attributes, "LastActivityDate") ?? createdAt,
      closedAt: optionalDate(attributes, "ClosedDate"),
    } as const;
  });
}

/** Interprets a row of Users.xml. A user without a visible name has the name "". */
export function parseUser(row: DumpRow): ParsedRow<DumpUser> {
  return parsing(row, (attributes) => ({
    id: requiredId(attributes, "Id"),
    name: nameOf(attributes.DisplayName ?? "") ?? "",
    aboutHtml: attributes.AboutMe ?? "",
    createdAt: requiredDate(attributes, "CreationDate"),
  }));
}

/** Interprets a row of Comments.xml, whose text is Markdown already. */
export function parseComment(row: DumpRow): ParsedRow<DumpComment> {
  return parsing(row, (attributes) => {
    const markdown = attributes.Text ?? "";
    if (isBlank(markdown)) refuse("Text is empty");
    return {
      id: requiredId(attributes, "Id"),
      postId: requiredId(attributes, "PostId"),
      author: authorOf(attributes, "UserId", "UserDisplayName"),
      markdown,
      createdAt: requiredDate(attributes, "CreationDate"),
    };
  });
}

/** Interprets a row of Votes.xml: type 1 is the accepted mark, type 2 an up-vote. */
export function parseVote(row: DumpRow): ParsedRow<DumpVote> {
  return parsing(row, (attributes) => {
    const type = requiredId(attributes, "VoteTypeId");
    return {
      postId: requiredId(attributes, "PostId"),
      kind: type === "1" ? "accepted" : type === "2" ? "helpful" : "other",
      at: requiredDate(attributes, "CreationDate"),
    };
  });
}

/** Interprets a row of PostLinks.xml: type 3 says that the post is a duplicate of the related one. */
export function parseLink(row: DumpRow): ParsedRow<DumpLink> {
  return parsing(row, (attributes) => ({
    id: requiredId(attributes, "Id"),
    kind: requiredId(attributes, "LinkTypeId") === "3" ? "duplicate" : "other",
    postId: requiredId(attributes, "PostId"),
    relatedPostId: requiredId(attributes, "RelatedPostId"),
    createdAt: requiredDate(attributes, "CreationDate"),
  }));
}

/**
 * Tags in either form that dumps have used, `<a><b>` and `|a|b|`: trimmed, lower case, each once,
 * in their order. Undefined when the text is in neither form or a tag is too long.
 */
export function parseTags(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  const inner = /^<(.*)>$/s.exec(trimmed)?.[1]?.split(/>\s*</) ?? piped(trimmed);
  if (!inner) return undefined;
  const tags = inner.map((tag) => tag.normalize("NFC").trim().toLowerCase());
  const known = tags.every(
    (tag) => tag.length <= MAX_TAG_LENGTH && !isBlank(tag) && !/[<>|\p{C}]/u.test(tag),
  );
  return known ? [...new Set(tags)] : undefined;
}

function piped(text: string): string[] | undefined {
  return /^\|(.*)\|$/s.exec(text)?.[1]?.split("|");
}

function authorOf(attributes: DumpRow["attributes"], idName: string, name: string): DumpAuthor {
  const id = optionalId(attributes, idName);
  const displayName = nameOf(optionalText(attributes, name) ?? "");
  if (id !== undefined) return { key: id, name: displayName };
  return displayName ? { key: `name:${displayName}`, name: displayName } : { key: "unknown" };
}

function titleOf(text: string): string {
  if (isBlank(text)) refuse("Title is empty");
  const title = oneLine(text);
  if ([...title].length > MAX_TITLE_LENGTH)
    refuse(`Title is longer than ${MAX_TITLE_LENGTH} characters`);
  return title;
}

function nameOf(text: string): string | undefined {
  if (isBlank(text)) return undefined;
  return [...oneLine(text)].slice(0, 200).join("").trim();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

function isBlank(text: string): boolean {
  return visibleText(text) === "";
}
