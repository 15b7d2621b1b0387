import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setupSchema } from "#app/auth/auth-forms.ts";
import { AuthPage } from "#app/auth/auth-page.tsx";
import { tooManyText } from "#app/auth/form-fields.ts";
import { NewcomerForm } from "#app/auth/newcomer-form.tsx";
import { authTexts, clientOf } from "#app/auth/request.server.ts";
import { needsSetup, setUpPortal } from "#app/auth/setup.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { notFound } from "#app/lib/responses.server.ts";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

/** Exists only while the portal has no admin. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, locale } = await authTexts(request);
  if (!(await needsSetup(db))) throw notFound();
  return { title: t("setup.title"), locale, timeZones: timeZoneChoices(locale) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { t } = await authTexts(request);
  if (!(await needsSetup(db))) throw notFound();
  const submission = parseWithZod(await request.formData(), { schema: setupSchema(t) });
  const hidden = { hideFields: ["password"] };
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(hidden) }, { status: 400 });
  }
  const { code, email, ...newcomer } = submission.value;
  const client = clientOf(request, context);
  const answer = await setUpPortal(db, { code, email, newcomer, now: new Date(), ...client });
  if (answer.ok) {
    const headers = { "Set-Cookie": answer.cookie };
    return redirectWithToast("/", { key: "auth:setup.done" }, { headers });
  }
  switch (answer.reason) {
    case "already-set-up":
      return redirectWithToast("/login", { key: "auth:setup.already" });
    case "too-many": {
      const lastResult = submission.reply({ ...hidden, formErrors: [tooManyText(t, answer)] });
      return data({ lastResult }, { status: 429 });
    }
    default: {
      const fieldErrors: Record<string, string[]> =
        answer.reason === "wrong-code"
          ? { code: [t("error.setupCode.wrong")] }
          : { email: [t("error.emailTaken")] };
      return data({ lastResult: submission.reply({ ...hidden, fieldErrors }) }, { status: 400 });
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Setup() {
  const { locale, timeZones } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  return (
    <AuthPage title={t("setup.title")} lead={t("setup.lead")}>
      <NewcomerForm
        lastResult={useActionData<typeof action>()?.lastResult}
        withSetupCode
        locale={locale}
        timeZones={timeZones}
        submit={t("setup.submit")}
      />
    </AuthPage>
  );
}
