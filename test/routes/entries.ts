import type { Thread, Who, World } from "./world.ts";

/** `login`: a redirect to the login page. Every other number is the status of the page itself. */
export type Answer = number | "login";
export type Answers = Record<Who, Answer>;

export type Entry = {
  /** An address of the route; `thread` is fresh for each request. */
  at: (world: World, thread: Thread) => string;
  get?: Answers;
  post?: Answers;
  /** Where a request for data answers otherwise: it asks the loaders of the frame too, or no loader. */
  asData?: { get?: Answers; post?: Answers };
  /** What is posted; nothing when absent. */
  form?: (world: World, thread: Thread) => Record<string, string>;
  /** The route is about one question: it is also asked for one that is not there for everyone. */
  ofThread?: true;
};

export const everyone = (answer: Answer): Answers => ({
  anonymous: answer,
  stranger: answer,
  member: answer,
  supporter: answer,
  lead: answer,
  author: answer,
  staff: answer,
  admin: answer,
});
export const members = (answer: Answer): Answers => ({ ...everyone(answer), anonymous: "login" });
export const visitors = (answer: Answer): Answers => ({ ...everyone(302), anonymous: answer });
export const staff = (answer: Answer): Answers => ({
  ...members(403),
  staff: answer,
  admin: answer,
});
export const admin = (answer: Answer): Answers => ({ ...members(403), admin: answer });
export const helper = (answer: Answer): Answers => ({ ...members(403), supporter: answer });
export const helping = (answer: Answer): Answers => ({ ...staff(answer), supporter: answer });
export const asker = (answer: Answer): Answers => ({ ...staff(answer), author: answer });
export const scripts = (answer: Answer): Answers => ({ ...everyone(answer), anonymous: 401 });

export const page = (path: string, get: Answers): Entry => ({ at: () => path, get });
export const form = (path: string, get: Answers, post: Answers): Entry => ({
  at: () => path,
  get,
  post,
});
export const verb = (path: string, post: Answers): Entry => ({ at: () => path, post });

export type Form = Entry["form"];
export const ofQuestion = (
  rest: string,
  answers: Pick<Entry, "get" | "post">,
  fields?: Form,
): Entry => ({
  at: (_world, { questionId }) => `/questions/${questionId}${rest}`,
  ofThread: true,
  form: fields,
  ...answers,
});
export const ofAnswer = (
  rest: string,
  answers: Pick<Entry, "get" | "post">,
  fields?: Form,
): Entry => ({
  at: (_world, { answerId }) => `/answers/${answerId}${rest}`,
  ofThread: true,
  form: fields,
  ...answers,
});
export const ofComment = (
  rest: string,
  answers: Pick<Entry, "get" | "post">,
  fields?: Form,
): Entry => ({
  at: (_world, { commentId }) => `/comments/${commentId}${rest}`,
  ofThread: true,
  form: fields,
  ...answers,
});
export const ofCredential = (rest: string): Entry => ({
  at: ({ credential }) => `/credentials/${credential.publicId}${rest}`,
  get: everyone(200),
});
export const ofCertification = (rest: string): Entry => ({
  at: ({ certification }) => `/certifications/${certification.slug}${rest}`,
  get: everyone(200),
});
export const staffOf = (path: (world: World) => string, get?: Answers, post?: Answers): Entry => ({
  at: path,
  get,
  post,
});
