import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Section } from "#app/ui/page.tsx";

const SURFACES = [
  ["paper", "bg-paper text-ink"],
  ["surface", "bg-surface text-ink"],
  ["sunken", "bg-sunken text-ink"],
  ["muted", "bg-surface text-muted"],
  ["brand", "bg-brand text-brand-ink"],
  ["brand-strong", "bg-brand-strong text-brand-ink"],
  ["brand-soft", "bg-brand-soft text-brand"],
  ["gold", "bg-gold-soft text-gold"],
  ["good", "bg-good-soft text-good"],
  ["wait", "bg-wait-soft text-wait"],
  ["danger", "bg-danger-soft text-danger"],
  ["info", "bg-info-soft text-info"],
] as const;

const SIZES = [
  ["text-2xl", "31"],
  ["text-xl", "25"],
  ["text-lg", "20"],
  ["text-base", "16"],
  ["text-sm", "14"],
  ["text-xs", "12"],
] as const;

const SAMPLE = "問い合わせフォームの回答を、担当者ごとに振り分ける方法 Aa 0123";

/** Colours and type as they are used: every pair of text and ground that exists. */
export function Foundations() {
  const { t } = useTranslation("staff");
  return (
    <>
      <Section title={t("styleguide.colours")}>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {SURFACES.map(([name, look]) => (
            <li key={name} className={`rounded-card border border-line p-3 ${look}`}>
              <span className="block font-semibold">{name}</span>
              <span className="text-sm">あア亜 Aa 123</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("styleguide.type")}>
        <ul className="grid gap-2">
          {SIZES.map(([look, size]) => (
            <li key={look} className={look}>
              <span className="mr-3 text-xs text-muted tabular-nums">{size}</span>
              {SAMPLE}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
