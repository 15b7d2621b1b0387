import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { listRevisions, POST_KINDS } from "#app/questions/history.server.ts";
import { diffTexts } from "#app/questions/text-diff.server.ts";
import { TextDiff } from "#app/questions/text-diff.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

const NEWEST = 20;

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? "" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const kind = POST_KINDS.find((known) => known === params.kind);
  if (!kind) throw notFound();
  const post = { kind, id: idParam(params.postId) };
  const versions = await listRevisions(db, { viewer, post });
  const [first] = versions;
  if (!first) throw notFound();
  const fragment = kind === "question" ? "" : `#${kind}-${post.id}`;
  return {
    title: translatorFor(request, viewer, "questions")("revisions.title"),
    back: { label: first.questionTitle, to: `/questions/${first.questionId}${fragment}` },
    versions: versions
      .map((version, index) => {
        const before = versions[index - 1] ?? { title: version.title, bodySource: "" };
        return {
          number: index + 1,
          editor: version.editor,
          at: version.createdAt,
          title:
            version.title !== null && version.title !== before.title
              ? diffTexts(before.title ?? "", version.title)
              : null,
          body:
            index === 0
              ? [{ kind: "same" as const, text: version.bodySource }]
              : version.bodySource === before.bodySource
                ? null
                : diffTexts(before.bodySource, version.bodySource),
        };
      })
      .slice(-NEWEST)
      .reverse(),
  };
}

export default function Revisions() {
  const { title, back, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("questions");
  return (
    <Page title={title} lead={t("revisions.lead")} breadcrumbs={[back]} width="reading">
      {versions.map((version) => (
        <Section
          key={version.number}
          title={
            version.number === 1
              ? t("revisions.first")
              : t("revisions.version", { number: version.number })
          }
        >
          <p className="mb-2 text-sm text-muted">
            {version.editor} ・ <DateTime value={version.at} style="exact" />
          </p>
          {version.title && (
            <div className="mb-2">
              <h3 className="mb-1 text-sm font-semibold">{t("revisions.titleChanged")}</h3>
              <TextDiff parts={version.title} />
            </div>
          )}
          {version.body ? (
            <TextDiff parts={version.body} />
          ) : (
            <p className="text-muted">{t("revisions.same")}</p>
          )}
        </Section>
      ))}
    </Page>
  );
}
