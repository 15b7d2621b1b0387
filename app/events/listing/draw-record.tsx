import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";

type Lot = {
  /** The number of an application. */
  id: number;
  order: number;
  lot: string;
  group: number | null;
  isDrawn: boolean;
};

export type ShownDraw = {
  drawAt: Date | string;
  commitment: string;
  held: {
    at: Date | string;
    seed: string;
    places: number;
    groupCap: number | null;
    entrants: number;
    lots: Lot[];
  } | null;
};

/** When a draw is or was held, and what anybody needs to hold it again. */
export function DrawFacts({ draw }: { draw: ShownDraw }) {
  const { t } = useTranslation("registrations");
  const { held } = draw;
  return (
    <Card className="mb-8 grid gap-4">
      <p className="text-lg font-bold">{t(held ? "draw.state.held" : "draw.state.coming")}</p>
      <dl className="grid gap-4">
        <Fact label={t("draw.when")}>
          <DateTime value={draw.drawAt} style="exact" />
        </Fact>
        {held && (
          <Fact label={t("draw.heldAt")}>
            <DateTime value={held.at} style="exact" />
          </Fact>
        )}
        <Fact label={t("draw.commitment")}>
          <code className="text-sm break-all">{draw.commitment}</code>
          <p className="mt-1 text-sm text-muted">{t("draw.commitment.hint")}</p>
        </Fact>
        {held && (
          <>
            <Fact label={t("draw.seed")}>
              <code className="text-sm break-all">{held.seed}</code>
            </Fact>
            <Fact label={t("draw.places")}>{held.places}</Fact>
            <Fact label={t("draw.cap")}>{held.groupCap ?? t("draw.cap.none")}</Fact>
            <Fact label={t("draw.entrants")}>{held.entrants}</Fact>
          </>
        )}
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The algorithm in words; exact enough to write it again. */
export function DrawAlgorithm() {
  const { t } = useTranslation("registrations");
  const steps = ["1", "2", "3", "4", "5"] as const;
  return (
    <Section title={t("draw.how")}>
      <ol className="post list-decimal pl-6">
        {steps.map((step) => (
          <li key={step}>{t(`draw.how.${step}`)}</li>
        ))}
      </ol>
    </Section>
  );
}

/** Every number with its lot, in the order of lots. */
export function DrawResults({ lots, own }: { lots: Lot[]; own: number | undefined }) {
  const { t } = useTranslation("registrations");
  if (lots.length === 0) return <p className="mb-8 text-muted">{t("draw.entrants.none")}</p>;
  return (
    <Section title={t("draw.results")}>
      {own !== undefined && <p className="mb-3 font-semibold">{t("draw.own", { number: own })}</p>}
      <DataTable
        caption={t("draw.results")}
        rows={lots}
        columns={[
          { key: "order", label: t("draw.order"), align: "end", cell: ({ order }) => order },
          {
            key: "number",
            label: t("draw.number"),
            align: "end",
            cell: ({ id }) => (
              <>
                {id}
                {id === own && <strong>{t("draw.ownMark")}</strong>}
              </>
            ),
          },
          {
            key: "result",
            label: t("draw.result"),
            cell: ({ isDrawn }) => (
              <Badge tone={isDrawn ? "good" : "neutral"}>
                {t(isDrawn ? "draw.result.drawn" : "draw.result.waiting")}
              </Badge>
            ),
          },
          { key: "group", label: t("draw.group"), cell: ({ group }) => group ?? "–" },
          {
            key: "lot",
            label: t("draw.lot"),
            cell: ({ lot }) => <code className="text-xs whitespace-nowrap">{lot}</code>,
          },
        ]}
      />
    </Section>
  );
}
