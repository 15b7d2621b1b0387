import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";

export type Work = {
  id: number;
  title: string;
  url: string | null;
  fileId: string | null;
  mediaType: string | null;
};

/** What was handed in for the practical. */
export function WorkList({
  works,
  removeFrom,
}: {
  works: Work[];
  /** The application's address, while works can be taken out. */
  removeFrom?: string;
}) {
  const { t } = useTranslation("certification");
  if (works.length === 0) return <p className="text-muted">{t("application.works.none")}</p>;
  return (
    <CardList label={t("application.works")}>
      {works.map((work) => (
        <CardRow key={work.id} className="flex flex-wrap items-center justify-between gap-3">
          <a
            href={work.url ?? `/files/${work.fileId}`}
            rel="noreferrer noopener nofollow"
            target={work.url ? "_blank" : undefined}
            className="min-w-0 py-2 break-words text-brand underline"
          >
            {work.title}
            {work.mediaType === "application/pdf" && <span className="text-muted"> (PDF)</span>}
          </a>
          {removeFrom && (
            <Form method="post" action={`${removeFrom}/works/${work.id}/removal`}>
              <Button variant="bare" size="small">
                {t("application.works.remove")}
                <span className="sr-only">{work.title}</span>
              </Button>
            </Form>
          )}
        </CardRow>
      ))}
    </CardList>
  );
}
