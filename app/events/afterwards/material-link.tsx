import { ExternalLink, FileDown } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { fileSize } from "./file-size.ts";

export type MaterialLinkData = {
  title: string;
  url: string;
  fileId: string | null;
  mediaType: string | null;
  bytes: number | null;
};

/** Leads to a material: another site, or a file that is saved. */
export function MaterialLink({ material }: { material: MaterialLinkData }) {
  const { t, i18n } = useTranslation("afterwards");
  const { title, url, fileId, mediaType, bytes } = material;
  const isFile = fileId !== null;
  const Icon = isFile ? FileDown : ExternalLink;
  const kind = mediaType === "application/pdf" ? "PDF" : t("materials.picture");
  return (
    <>
      <a
        href={isFile ? `/files/${fileId}` : url}
        className="text-link inline-flex min-h-11 items-center gap-2 wrap-anywhere"
        {...(!isFile && { rel: "noopener noreferrer nofollow" })}
      >
        <Icon size={16} className="shrink-0" aria-hidden="true" />
        {title}
      </a>{" "}
      <span className="text-sm text-muted">
        {isFile
          ? `${kind}・${fileSize(bytes ?? 0, i18n.language)}`
          : URL.canParse(url)
            ? new URL(url).hostname
            : ""}
      </span>
    </>
  );
}
