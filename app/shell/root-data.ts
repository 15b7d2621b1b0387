import type { Toast } from "#app/lib/toast.ts";
import type { ColourScheme, Locale } from "#db/vocabulary.ts";

/** What the frame of every page shows; the root loader provides it. */
export type RootData = {
  viewer?: {
    handle: string;
    name: string;
    avatarFileId: string | null;
    organisation: { id: number; name: string } | null;
    isStaff: boolean;
    isSupporter: boolean;
    unreadCount: number;
  };
  locale: Locale;
  colourScheme: ColourScheme;
  timeZone: string;
  now: number;
  origin: string;
  portal: { name: string; vendorName: string; tagline: string };
  toast?: { text: string; undo?: Toast["undo"] };
};
