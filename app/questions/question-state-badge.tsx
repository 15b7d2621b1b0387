import {
  Ban,
  Check,
  CircleHelp,
  Copy,
  EyeOff,
  MessageCircle,
  MessageCircleQuestion,
} from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { QuestionState } from "#db/vocabulary.ts";

const looks: Record<QuestionState, { tone: Tone; Icon: typeof Check }> = {
  open: { tone: "wait", Icon: MessageCircleQuestion },
  answered: { tone: "info", Icon: MessageCircle },
  solved: { tone: "good", Icon: Check },
  "needs-info": { tone: "wait", Icon: CircleHelp },
  duplicate: { tone: "neutral", Icon: Copy },
  closed: { tone: "neutral", Icon: Ban },
  hidden: { tone: "danger", Icon: EyeOff },
};

export function QuestionStateBadge({ state }: { state: QuestionState }) {
  const { t } = useTranslation("questions");
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon size={13} aria-hidden="true" />}>
      {t(`state.${state}`)}
    </Badge>
  );
}

export function QuestionStateIcon({ state }: { state: QuestionState }) {
  const { Icon } = looks[state];
  return <Icon size={18} aria-hidden="true" className="shrink-0" />;
}
