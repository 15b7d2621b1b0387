import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export type Way = "login" | "signup" | "forgot" | "security" | "home";

const targets: Record<Way, string> = {
  login: "/login",
  signup: "/signup",
  forgot: "/forgot",
  security: "/settings/security",
  home: "/",
};

const words = {
  login: "link.login",
  signup: "link.signup.again",
  forgot: "link.reset.again",
  security: "verifyEmail.settings",
  home: "link.home",
} as const;

/** A link that no longer does anything: why, and the one or two things to do now. */
export function DeadLink({ title, text, ways }: { title: string; text: string; ways: Way[] }) {
  const { t } = useTranslation("auth");
  return (
    <Page title={title} width="narrow">
      <p className="mb-6">{text}</p>
      <div className="flex flex-wrap gap-3">
        {ways.map((way, index) => (
          <ButtonLink key={way} to={targets[way]} variant={index === 0 ? "primary" : "quiet"}>
            {t(words[way])}
          </ButtonLink>
        ))}
      </div>
    </Page>
  );
}
