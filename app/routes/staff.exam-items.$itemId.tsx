import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { ItemActions } from "#app/certification/exams/item-actions.tsx";
import { listItemAreas } from "#app/certification/exams/item-areas.server.ts";
import { ItemFiguresView } from "#app/certification/exams/item-figures.tsx";
import { findItem, listRevisions } from "#app/certification/exams/item-reading.server.ts";
import {
  findAnswerFigures,
  listItemFigures,
} from "#app/certification/exams/item-statistics.server.ts";
import { ItemKey, QuestionPreview } from "#app/certification/exams/item-views.tsx";
import { shownAtRandom } from "#app/certification/exams/preview.server.ts";
import { RevisionTable } from "#app/certification/exams/revision-table.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const itemId = idParam(params.itemId);
  const item = await findItem(db, { itemId });
  if (!item) throw notFound();
  const [figures, answers, revisions, areas] = await Promise.all([
    listItemFigures(db, { itemIds: [itemId] }),
    findAnswerFigures(db, { itemId }),
    listRevisions(db, { code: item.code }),
    listItemAreas(db, item),
  ]);
  return {
    title: translator(viewer.locale, "exams")("item.title", { code: item.code }),
    item,
    shown: shownAtRandom(item),
    area: areas.find(({ id }) => id === item.areaId),
    figures: figures.get(itemId) ?? { n: 0, p: null, r: null },
    answers,
    revisions,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function ExamItem() {
  const { title, item, shown, area, figures, answers, revisions } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["exams", "common"]);
  const newest = revisions[0]?.id === item.id;
  return (
    <Page
      title={title}
      lead={
        <span className="flex flex-wrap gap-2">
          <Badge>{t("item.revision", { revision: item.revision })}</Badge>
          <Badge>{t(`kind.${item.kind}`)}</Badge>
          {area && <Badge>{areaName(area, i18n.language)}</Badge>}
          <Badge>{t(`common:locale.${item.locale}`)}</Badge>
        </span>
      }
      breadcrumbs={[{ label: t("items.title"), to: "/staff/exam-items" }]}
      actions={newest && <ItemActions id={item.id} code={item.code} retired={!!item.retiredAt} />}
    >
      {!newest && (
        <p className="mb-6 rounded-card border border-wait bg-wait-soft p-4">
          {t("item.superseded")}{" "}
          <Link to={`/staff/exam-items/${revisions[0]?.id}`} className="text-link">
            {t("item.superseded.link")}
          </Link>
        </p>
      )}
      {newest && item.retiredAt && (
        <p className="mb-6 rounded-card border border-wait bg-wait-soft p-4">{t("item.retired")}</p>
      )}
      <div className="grid items-start gap-x-8 lg:grid-cols-2">
        <Section title={t("item.asSeen")} className="min-w-0">
          <Card>
            <QuestionPreview id={item.id} question={shown} />
          </Card>
          <p className="mt-2 text-sm text-muted">{t("item.asSeen.text")}</p>
        </Section>
        <Section title={t("item.key")} className="min-w-0">
          <Card>
            <ItemKey item={item} />
          </Card>
        </Section>
      </div>
      <Section title={t("item.figures")}>
        <ItemFiguresView item={item} figures={figures} answers={answers} />
      </Section>
      <Section title={t("item.revisions")}>
        <RevisionTable revisions={revisions} currentId={item.id} />
      </Section>
    </Page>
  );
}
