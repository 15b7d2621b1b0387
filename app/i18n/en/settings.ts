import type source from "../ja/settings.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Settings",
  "tabs.label": "Kinds of settings",
  "tabs.profile": "Profile",
  "tabs.security": "Security",
  "tabs.notifications": "Notifications",

  "profile.title": "Profile",
  "profile.lead": "Shown to other members beside what you ask and answer.",
  "profile.view": "View your profile",
  "profile.saved": "Your profile is saved.",
  "profile.about": "About you",
  "profile.language": "Language and region",
  "profile.skills": "What you help with",

  "field.name": "Name",
  "field.name.hint": "For example: Sakura Mori",
  "field.reading": "Reading",
  "field.reading.hint": "For sorting and finding Japanese names. For example: もり さくら",
  "field.title": "Department and title",
  "field.title.hint": "For example: IT department, team lead",
  "field.bio": "About you",
  "field.bio.hint": "What you use the product for, for instance. Up to 1,000 characters.",
  "field.handle": "User name",
  "field.handle.hint":
    "2 to 39 lower-case letters, digits and hyphens. Used in the address of your profile and for @mentions. After a change the former address no longer works.",
  "field.locale": "Language",
  "field.timeZone": "Time zone",
  "field.timeZone.hint": "Dates and times are shown in this zone.",
  "field.timeZone.common": "Common",
  "field.timeZone.others": "Others",
  "field.showsOrganisation": "Show my company",
  "field.showsOrganisation.hint":
    "Otherwise others read “company not shown”. Your colleagues and the CS team always see it.",
  "field.skills": "Areas in which you can answer other members",
  "field.skills.hint": "Shown in the list of people and on your profile.",

  "error.missing": "Please fill this in.",
  "error.name.missing": "Please enter your name.",
  "error.tooLong": "Please use at most {{max}} characters (now {{length}}).",
  "error.handle": "Please use 2 to 39 lower-case letters, digits and hyphens.",
  "error.handle.reserved": "This user name cannot be used. Please choose another one.",
  "error.handle.taken": "Another member has this user name. Please choose another one.",
  "error.choice": "Please choose one from the list.",

  "avatar.title": "Picture",
  "avatar.hint":
    "PNG, JPEG, GIF or WebP, up to 10 MB. It is cropped to a square; data such as the place it was taken is removed.",
  "avatar.file": "Image file",
  "avatar.upload": "Set picture",
  "avatar.remove": "Remove picture",
  "avatar.initials": "Without a picture, the first character of your name is shown.",
  "avatar.changed": "Your picture is set.",
  "avatar.removed": "Your picture is removed.",
  "avatar.missing": "Please choose an image file first.",
  "avatar.not-an-image": "This image could not be read. Choose a PNG, JPEG, GIF or WebP.",
  "avatar.too-large": "This image is too large. Choose one of up to 10 MB.",
  "avatar.too-many-pixels": "This image has too many pixels. Make it smaller and try again.",
  "avatar.quota-reached": "You have reached today's limit for images. Please try again tomorrow.",
  "avatar.busy": "Other images are being processed. Please try again in a moment.",
} satisfies Translation<typeof source>;
