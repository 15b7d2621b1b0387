import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { ImportColumns } from "#app/certification/exams/import-columns.tsx";
import {
  ImportForm,
  ImportPlan,
  ImportProblems,
  useRefusalWords,
} from "#app/certification/exams/import-views.tsx";
import { decodeCsv } from "#app/certification/exams/item-csv.ts";
import { checkImport } from "#app/certification/exams/item-import.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const title = translator(viewer.locale, "exams")("import.title");
  return { title, areaSlugs: (await listAreas(db)).map(({ slug }) => slug) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

/** Says what importing a file would do; nothing is changed. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request);
  const file = (await request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) {
    return data({ refused: { ok: false, reason: "missing" } } as const, { status: 400 });
  }
  const decoded = decodeCsv(new Uint8Array(await file.arrayBuffer()));
  if (!decoded.ok) return data({ refused: decoded }, { status: 400 });
  const { text } = decoded;
  const checked = await checkImport(db, { text });
  if (checked.ok) return data({ report: checked.report, text });
  if (checked.reason === "rows") return data({ problems: checked.problems }, { status: 400 });
  return data({ refused: checked }, { status: 400 });
}

export default function ImportExamItems() {
  const { title, areaSlugs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("exams");
  const inWords = useRefusalWords();
  return (
    <Page
      title={title}
      lead={t("import.lead")}
      width="reading"
      breadcrumbs={[{ label: t("items.title"), to: "/staff/exam-items" }]}
    >
      <div className="mb-8">
        <ImportForm refused={answer && "refused" in answer ? inWords(answer.refused) : undefined} />
      </div>
      {answer && "problems" in answer && <ImportProblems problems={answer.problems} />}
      {answer && "report" in answer && <ImportPlan report={answer.report} text={answer.text} />}
      <ImportColumns areaSlugs={areaSlugs} />
    </Page>
  );
}
