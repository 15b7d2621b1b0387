import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { listItemAreas } from "#app/certification/exams/item-areas.server.ts";
import { reviseItem } from "#app/certification/exams/item-commands.server.ts";
import { ItemForm } from "#app/certification/exams/item-fields.tsx";
import { itemErrors, revisedItemSchema } from "#app/certification/exams/item-form.ts";
import { findItem } from "#app/certification/exams/item-reading.server.ts";
import { StaleItem } from "#app/certification/exams/stale-item.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const item = await findItem(db, { itemId: idParam(params.itemId) });
  if (!item) throw notFound();
  const areas = await listItemAreas(db, item);
  const title = translator(viewer.locale, "exams")("item.edit.title", { code: item.code });
  return { title, item, areas };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const itemId = idParam(params.itemId);
  const t = translator(viewer.locale, "exams");
  const submission = parseWithZod(await request.formData(), { schema: revisedItemSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), current: undefined }, { status: 400 });
  }
  const { draft } = submission.value;
  const item = await findItem(db, { itemId });
  if (!item) throw notFound();
  const now = new Date();
  const { clientAddress: address } = context;
  const saved = await reviseItem(db, { itemId, draft, actorId: viewer.id, address, now });
  if (saved.ok) {
    const { code, revision } = item;
    return redirectWithToast(`/staff/exam-items/${saved.itemId}`, {
      key: saved.revised ? "exams:item.revised" : "exams:item.saved",
      params: { code, revision: revision + 1 },
    });
  }
  if (saved.reason === "unknown") throw notFound();
  if (saved.reason !== "stale") {
    const lastResult = submission.reply({ fieldErrors: itemErrors(t, saved) });
    return data({ lastResult, current: undefined }, { status: 400 });
  }
  return data({ lastResult: submission.reply(), current: saved.current }, { status: 409 });
}

export default function EditExamItem() {
  const { title, item, areas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["exams", "common"]);
  // What is saved next rests on the newest wording, which the form then shows beside its own.
  const base = answer?.current ?? item;
  const here = `/staff/exam-items/${base.id}`;
  return (
    <Page
      title={title}
      lead={t("item.edit.lead", { revision: base.revision + 1 })}
      width="reading"
      breadcrumbs={[
        { label: t("items.title"), to: "/staff/exam-items" },
        { label: item.code, to: here },
      ]}
    >
      <ItemForm
        key={item.id}
        areas={areas}
        item={item}
        action={`${here}/edit`}
        lastResult={answer?.lastResult}
        submit={t("common:form.save")}
        back={here}
      >
        {answer?.current && <StaleItem current={answer.current} />}
      </ItemForm>
    </Page>
  );
}
