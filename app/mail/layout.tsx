import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties } from "react";
import type { Locale } from "#db/vocabulary.ts";
import type { MailContent } from "./mail-content.ts";

const FONT =
  'system-ui, "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, "Segoe UI", sans-serif';

/**
 * Mail clients know no variables and many no style sheet: the light colours are written on each
 * element; clients that follow the reader's dark setting take the others from here.
 */
const DARK = `
@media (prefers-color-scheme: dark) {
  .paper { background: #12171c !important; }
  .paper td { background: transparent !important; }
  .sheet { background: #1a2128 !important; border-color: #333c45 !important; }
  .ink { color: #e8e6e1 !important; }
  .muted { color: #a8b0b7 !important; }
  .brand { color: #62c7bf !important; }
  .action { background: #62c7bf !important; color: #06211f !important; }
  .quote { background: #12171c !important; border-color: #62c7bf !important; }
  .line { border-color: #333c45 !important; }
}`;

const style = {
  body: { margin: 0, padding: "24px 12px", backgroundColor: "#f7f5f1", fontFamily: FONT },
  brand: { margin: "0 0 12px", fontSize: "14px", fontWeight: 700, color: "#0b6664" },
  sheet: {
    padding: "28px 28px 20px",
    backgroundColor: "#ffffff",
    border: "1px solid #dcd7ce",
    borderRadius: "8px",
  },
  heading: { margin: "0 0 20px", fontSize: "20px", lineHeight: "1.5", color: "#18222c" },
  text: { margin: "0 0 16px", fontSize: "16px", lineHeight: "1.8", color: "#18222c" },
  quote: {
    margin: "0 0 20px",
    padding: "12px 16px",
    backgroundColor: "#f7f5f1",
    borderLeft: "3px solid #0b6664",
  },
  quoted: { margin: 0, fontSize: "15px", lineHeight: "1.8", color: "#18222c" },
  action: {
    display: "inline-block",
    padding: "12px 24px",
    backgroundColor: "#0b6664",
    borderRadius: "8px",
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 700,
    textDecoration: "none",
  },
  choice: {
    display: "block",
    padding: "11px 16px",
    border: "1px solid #dcd7ce",
    borderRadius: "8px",
    color: "#0b6664",
    fontSize: "16px",
    textDecoration: "none",
  },
  small: { margin: "0 0 8px", fontSize: "13px", lineHeight: "1.7", color: "#56616b" },
  address: { color: "#0b6664", wordBreak: "break-all" },
  way: { color: "#0b6664" },
  title: { color: "#0b6664", textDecoration: "none" },
  event: { color: "#18222c" },
  group: {
    margin: "0 0 20px",
    padding: "0 0 0 16px",
    borderLeft: "3px solid #dcd7ce",
  },
  groupTitle: { margin: "0 0 4px", fontSize: "16px", lineHeight: "1.6", fontWeight: 700 },
  groupLine: { margin: 0, fontSize: "15px", lineHeight: "1.8", color: "#18222c" },
  line: { margin: "20px 0 16px", borderColor: "#dcd7ce" },
} satisfies Record<string, CSSProperties>;

type Props = {
  locale: Locale;
  content: MailContent;
  portal: { name: string; url: string };
  words: { greeting?: string; fallback: string; footer: string };
};

/** The one look of all mails: a sheet of 600 px with one thing to do. */
export function MailLayout({ locale, content, portal, words }: Props) {
  const { paragraphs, quote, choices, groups = [], action, secondary, notes, ways = [] } = content;
  return (
    <Html lang={locale}>
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body style={style.body} className="paper">
        <Preview>{paragraphs[0] ?? ""}</Preview>
        <Container style={{ maxWidth: "600px" }}>
          <Text style={style.brand} className="brand" data-skip-in-text={true}>
            {portal.name}
          </Text>
          <Section style={style.sheet} className="sheet">
            <Heading as="h1" style={style.heading} className="ink" data-skip-in-text={true}>
              {content.subject}
            </Heading>
            {words.greeting && <Paragraph>{words.greeting}</Paragraph>}
            {paragraphs.map((paragraph) => (
              <Paragraph key={paragraph}>{paragraph}</Paragraph>
            ))}
            {quote && <Quote {...quote} />}
            {choices && <Choices {...choices} />}
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups are never reordered, the mail is rendered once
              <Group key={index} {...group} />
            ))}
            {action && (
              <Section style={{ margin: "8px 0 20px" }}>
                <Button href={action.url} style={style.action} className="action">
                  {action.label}
                </Button>
              </Section>
            )}
            {secondary && (
              <Text style={style.text} className="ink">
                <Link href={secondary.url} style={style.address} className="brand">
                  {secondary.label}
                </Link>
              </Text>
            )}
            {notes.map((note) => (
              <Text key={note} style={style.small} className="muted">
                {note}
              </Text>
            ))}
            {action && (
              // The text part spells every address out anyway.
              <div data-skip-in-text={true}>
                <Hr style={style.line} className="line" />
                <Text style={style.small} className="muted">
                  {words.fallback}
                  <br />
                  <Link href={action.url} style={style.address} className="brand">
                    {action.url}
                  </Link>
                </Text>
              </div>
            )}
          </Section>
          {ways.map((way, index) => (
            <Text
              key={way.url}
              style={{ ...style.small, margin: index === 0 ? "16px 0 0" : 0 }}
              className="muted"
            >
              <Link href={way.url} style={style.way} className="brand">
                {way.label}
              </Link>
            </Text>
          ))}
          <Text style={{ ...style.small, margin: "16px 0 0" }} className="muted">
            {words.footer}
            <br />
            <Link href={portal.url} style={style.address} className="brand">
              {portal.url}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Paragraph({ children }: { children: string }) {
  return (
    <Text style={style.text} className="ink">
      {children}
    </Text>
  );
}

function Quote({ heading, text }: { heading?: string; text: string }) {
  return (
    <Section style={style.quote} className="quote">
      {heading && (
        <Text style={style.small} className="muted">
          {heading}
        </Text>
      )}
      <Text style={style.quoted} className="ink">
        {text.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered, the mail is rendered once
          <span key={index}>
            {index > 0 && <br />}
            {line}
          </span>
        ))}
      </Text>
    </Section>
  );
}

function Choices({ question, links }: NonNullable<MailContent["choices"]>) {
  return (
    <Section style={{ margin: "0 0 8px" }}>
      <Text style={{ ...style.text, margin: "0 0 8px", fontWeight: 700 }} className="ink">
        {question}
      </Text>
      {links.map((link) => (
        <Text key={link.url} style={{ margin: "0 0 8px" }}>
          <Link href={link.url} style={style.choice} className="sheet brand">
            {link.label}
          </Link>
        </Text>
      ))}
    </Section>
  );
}

function Group({ title, url, lines, more }: NonNullable<MailContent["groups"]>[number]) {
  return (
    <Section style={style.group} className="line">
      <Text style={style.groupTitle}>
        <Link href={url} style={style.title} className="brand">
          {title}
        </Link>
      </Text>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered, the mail is rendered once
        <Text key={index} style={style.groupLine} className="ink">
          <Link href={line.url} style={style.event} className="ink">
            {line.text}
          </Link>
        </Text>
      ))}
      {more && (
        <Text style={style.small} className="muted">
          {more}
        </Text>
      )}
    </Section>
  );
}
