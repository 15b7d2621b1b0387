type Author = { name: string; handle: string };

type Post = {
  id: number;
  bodyText: string;
  createdAt: Date;
  helpfulCount: number;
  author: Author;
};

type Page = {
  question: Post & { title: string; answerCount: number; acceptedAnswerId: number | null };
  answers: Post[];
};

/**
 * A public question as structured data for search engines.
 * Source: https://schema.org/QAPage
 */
export function qaPage({ question, answers }: Page, origin: string) {
  const url = `${origin}/questions/${question.id}`;
  const author = ({ name, handle }: Author) => ({
    "@type": "Person",
    name,
    url: `${origin}/people/${handle}`,
  });
  const answer = (post: Post) => ({
    "@type": "Answer",
    text: post.bodyText,
    datePublished: post.createdAt.toISOString(),
    upvoteCount: post.helpfulCount,
    url: `${url}#answer-${post.id}`,
    author: author(post.author),
  });
  const accepted = answers.find(({ id }) => id === question.acceptedAnswerId);
  const suggested = answers.filter((post) => post !== accepted);
  return {
    "@context": "https://schema.org",
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: question.title,
      text: question.bodyText,
      answerCount: question.answerCount,
      upvoteCount: question.helpfulCount,
      datePublished: question.createdAt.toISOString(),
      url,
      author: author(question.author),
      ...(accepted && { acceptedAnswer: answer(accepted) }),
      ...(suggested.length > 0 && { suggestedAnswer: suggested.map(answer) }),
    },
  };
}
