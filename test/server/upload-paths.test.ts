import { expect, test } from "vitest";
import { isUploadPath } from "#server/upload-paths.ts";

test.each([
  "/files",
  "/settings/profile/avatar",
  "/applications/12/works/new",
  "/staff/certifications/3/badge",
  "/events/9/cover",
  "/events/9/materials",
])("a file may be sent to %s", (path) => {
  expect(isUploadPath(path)).toBe(true);
});

test.each([
  "/login",
  "/questions/new",
  "/files/new",
  "/events/9/messages",
  "/events/x/cover",
  "/events/9/materials/3/removal",
  "/applications/12/works",
])("but not to %s", (path) => {
  expect(isUploadPath(path)).toBe(false);
});
