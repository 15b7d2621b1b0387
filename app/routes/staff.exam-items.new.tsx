import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { createItem } from "#app/certification/exams/item-commands.server.ts";
import { ItemForm } from "#app/certification/exams/item-fields.tsx";
import { itemErrors, newItemSchema } from "#app/certification/exams/item-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const title = translator(viewer.locale, "exams")("item.new.title");
  return { title, areas: await listAreas(db) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "exams");
  const submission = parseWithZod(await request.formData(), { schema: newItemSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { code, draft } = submission.value;
  const created = await createItem(db, {
    code,
    draft,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const lastResult = submission.reply({ fieldErrors: itemErrors(t, created) });
    return data({ lastResult }, { status: created.reason === "code-taken" ? 409 : 400 });
  }
  return redirectWithToast(`/staff/exam-items/${created.itemId}`, {
    key: "exams:item.created",
    params: { code },
  });
}

export default function NewExamItem() {
  const { title, areas } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("exams");
  const list = "/staff/exam-items";
  return (
    <Page title={title} width="reading" breadcrumbs={[{ label: t("items.title"), to: list }]}>
      <ItemForm areas={areas} lastResult={lastResult} submit={t("item.create")} back={list} />
    </Page>
  );
}
