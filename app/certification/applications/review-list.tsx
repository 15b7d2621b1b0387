import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ReviewVerdict } from "#db/vocabulary.ts";

type Review = {
  id: number;
  round: number;
  verdict: ReviewVerdict;
  scores: number[];
  note: string;
  at: Date | string;
  reviewerName: string;
};

/** What reviewers thought so far; for staff alone. */
export function ReviewList({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation("certification");
  if (reviews.length === 0) return null;
  return (
    <Section title={t("review.reviews")}>
      <CardList label={t("review.reviews")}>
        {reviews.map((review) => (
          <CardRow key={review.id}>
            <p className="flex flex-wrap gap-x-3">
              <span className="font-semibold">{t(`review.verdict.${review.verdict}`)}</span>
              <span>{review.reviewerName}</span>
              <span className="text-muted">{t("queue.round", { count: review.round })}</span>
              <DateTime value={review.at} />
              {review.scores.length > 0 && (
                <span className="tabular-nums">
                  {review.scores.join(" + ")} = {review.scores.reduce((sum, n) => sum + n, 0)}
                </span>
              )}
            </p>
            {review.note && <p className="mt-1 whitespace-pre-line text-sm">{review.note}</p>}
          </CardRow>
        ))}
      </CardList>
    </Section>
  );
}
