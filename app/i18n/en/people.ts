import type source from "../ja/people.ts";
import type { Translation } from "../translation.ts";

export default {
  "directory.title": "People",
  "directory.lead":
    "Customers who use the same product, and the CS team. Find somebody who knows your area.",
  "directory.search": "Name or company",
  "directory.area": "Helps with",
  "directory.area.all": "All areas",
  "directory.list": "People",
  "directory.empty.title": "Nobody matches",
  "directory.empty.text": "Try a shorter word, or clear the filters.",

  "profile.title": "{{name}}",
  "profile.about": "About",
  "profile.areas": "Helps with",
  "profile.joined": "Joined",
  "profile.organisation": "Company",
  "profile.language": "Language",
  "profile.localTime": "Local time",
  "profile.noBio": "Nothing written yet.",
  "profile.noBio.own": "A few lines tell others what you use the product for.",
  "profile.noAreas": "No areas chosen yet.",
  "profile.edit": "Edit profile",
  "profile.manage": "Open in the CS workspace",
  "profile.signIn": "Log in to see more about this person.",

  "image.signIn": "Log in again to add an image.",
  "image.not-an-image": "This image could not be read. Choose a PNG, JPEG, GIF or WebP.",
  "image.too-large": "This image is too large. Choose one of up to 10 MB.",
  "image.too-many-pixels": "This image has too many pixels. Make it smaller and try again.",
  "image.quota-reached": "You have reached today's limit for images. Please try again tomorrow.",
  "image.busy": "Other images are being processed. Please try again in a moment.",
} satisfies Translation<typeof source>;
