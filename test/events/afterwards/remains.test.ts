import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { findAfterwards } from "#app/events/afterwards/afterwards.server.ts";
import {
  linkMaterial,
  purgeRemovedMaterials,
  removeMaterial,
  restoreMaterial,
  tellOfMaterials,
  uploadMaterial,
} from "#app/events/afterwards/materials.server.ts";
import { isHttpsAddress } from "#app/events/afterwards/materials.ts";
import { saveRecording, saveSessionNotes } from "#app/events/afterwards/session-notes.server.ts";
import { thankSpeaker } from "#app/events/afterwards/thanking.server.ts";
import { attachmentDisposition } from "#app/files/download-name.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import { purgeUnattachedImages } from "#app/files/purge.server.ts";
import { findVisibleFile } from "#app/files/visible-file.server.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import { eventMaterials } from "#db/schema/attendances.ts";
import { contributions } from "#db/schema/certifications.ts";
import { sessionSpeakers } from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { type EndedEvent, endedEvent } from "./scene.ts";

function memoryStore(): FileStore & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async () => undefined,
    delete: async (key) => void kept.delete(key),
  };
}

const PDF = new TextEncoder().encode("%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>endobj");
const link = ({ organiser, event }: EndedEvent) => ({
  viewer: organiser,
  eventId: event.id,
  title: "スライド",
  url: "https://slides.example/1",
  audience: "attendees" as const,
  sessionId: undefined,
  now: NOW,
});

describe("materials", () => {
  test("are for those who took part, or for everyone who sees the event", async ({ db }) => {
    const scene = await endedEvent(db, { scope: "public" });
    const { event, attendee, confirmed, speaker, organiser, staff, outsider } = scene;
    const store = memoryStore();
    await linkMaterial(db, link(scene));
    const upload = { ...link(scene), bytes: PDF, store };
    expect(await uploadMaterial(db, upload)).toEqual({ ok: true });
    await linkMaterial(db, { ...link(scene), title: "みんなへ", audience: "everyone" });
    await saveRecording(db, {
      viewer: organiser,
      eventId: event.id,
      recordingUrl: "https://video.example/1",
      now: NOW,
    });
    const seenBy = async (viewer: typeof attendee | undefined) => {
      const found = await findAfterwards(db, { viewer, eventId: event.id, now: NOW });
      return { n: found?.materials.length, recorded: found?.recordingUrl !== "" };
    };
    for (const viewer of [attendee, confirmed, speaker, organiser, staff]) {
      expect(await seenBy(viewer)).toEqual({ n: 3, recorded: true });
    }
    for (const viewer of [outsider, undefined]) {
      expect(await seenBy(viewer)).toEqual({ n: 1, recorded: false });
    }
    const [file] = await db
      .select({ id: eventMaterials.id, fileId: eventMaterials.fileId })
      .from(eventMaterials)
      .where(eq(eventMaterials.url, ""));
    const fileId = file?.fileId ?? "";
    const opens = async (viewer: typeof attendee | undefined) =>
      (await findVisibleFile(db, { viewer, fileId })) !== undefined;
    expect([await opens(attendee), await opens(outsider), await opens(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    const removal = { viewer: organiser, eventId: event.id, materialId: file?.id ?? 0, now: NOW };
    await removeMaterial(db, removal);
    expect(await opens(attendee)).toBe(false);
    expect(await seenBy(attendee)).toMatchObject({ n: 2 });
    expect(await restoreMaterial(db, { ...removal, now: later(NOW, 29 * DAY) })).toEqual({
      ok: true,
    });
    expect(await opens(attendee)).toBe(true);
    await removeMaterial(db, removal);
    const late = later(NOW, 31 * DAY);
    expect(await restoreMaterial(db, { ...removal, now: late })).toMatchObject({ ok: false });
    await purgeUnattachedImages(db, { store, olderThan: late });
    expect(store.kept.size).toBe(1);
    await purgeRemovedMaterials(db, { now: late });
    await purgeUnattachedImages(db, { store, olderThan: late });
    expect(store.kept.size).toBe(0);
  });

  test("are added by those who run the event, https and PDF or picture only", async ({ db }) => {
    const scene = await endedEvent(db);
    const { attendee, outsider, event } = scene;
    const refused = { ok: false, reason: "not-allowed" };
    expect(await linkMaterial(db, { ...link(scene), viewer: attendee })).toEqual(refused);
    const draft = await endedEvent(db, { published: false, publishedAt: null });
    const unseen = { ...link(draft), viewer: outsider };
    expect(await linkMaterial(db, unseen)).toEqual({ ok: false, reason: "not-found" });
    const upload = { ...link(scene), store: memoryStore() };
    const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>");
    for (const bytes of [svg, new TextEncoder().encode("MZ\u0090"), new Uint8Array(0)]) {
      expect(await uploadMaterial(db, { ...upload, bytes })).toEqual({
        ok: false,
        reason: "not-an-image",
      });
    }
    const large = new Uint8Array(10_000_001);
    large.set(PDF);
    expect(await uploadMaterial(db, { ...upload, bytes: large })).toMatchObject({
      reason: "too-large",
    });
    const elsewhere = { ...link(scene), sessionId: draft.session.id };
    expect(await linkMaterial(db, elsewhere)).toMatchObject({ reason: "session-unknown" });
    for (const bad of ["http://a.example", "javascript:alert(1)", "https:", "//a.example"]) {
      expect(isHttpsAddress(bad)).toBe(false);
    }
    expect(event.id).toBeGreaterThan(0);
  });

  test("are told of once, to those whose they are", async ({ db }) => {
    const scene = await endedEvent(db);
    const { event, organiser: viewer, attendee, confirmed, speaker } = scene;
    const tell = () => tellOfMaterials(db, { viewer, eventId: event.id, now: NOW });
    expect(await tell()).toEqual({ ok: false, reason: "nothing-to-tell" });
    await linkMaterial(db, link(scene));
    expect(await tell()).toMatchObject({ ok: true, told: 3 });
    await tell();
    const rows = () =>
      db.select().from(notifications).where(eq(notifications.kind, "event-materials"));
    const told = async () => (await rows()).map(({ personId }) => personId);
    expect((await rows())[0]?.path).toBe(`/events/${event.id}#materials`);
    expect((await told()).sort()).toEqual([attendee.id, confirmed.id, speaker.id].sort());
    await linkMaterial(db, link(scene));
    await tell();
    expect(await told()).toHaveLength(6);
  });

  test("are saved under their name, whatever it holds", () => {
    expect(attachmentDisposition('資料"\r\nX: 1/..\\a.pdf', "application/pdf")).toBe(
      `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent("資料 X 1 .. a.pdf")}`,
    );
    expect(attachmentDisposition("", "image/webp")).toContain("filename*=UTF-8''file.webp");
    expect(attachmentDisposition("\ud800", "application/x")).toContain(".bin");
  });
});

describe("notes of a session", () => {
  test("are rendered safely, and do not overwrite each other", async ({ db }) => {
    const { event, session, organiser, outsider } = await endedEvent(db);
    const act = { viewer: organiser, eventId: event.id, sessionId: session.id, now: NOW };
    const notes = "## 学び\n\n<script>alert(1)</script>**在庫**";
    const written = { ...act, version: 1, notes, recordingUrl: "https://video.example/s" };
    expect(await saveSessionNotes(db, written)).toEqual({ ok: true });
    expect(await saveSessionNotes(db, { ...written, notes: "別の人" })).toEqual({
      ok: false,
      reason: "changed-meanwhile",
      current: { version: 2, notes },
    });
    const seen = await findAfterwards(db, { viewer: outsider, eventId: event.id, now: NOW });
    expect(seen?.sessions[0]?.notesHtml).toContain("<strong>在庫</strong>");
    expect(seen?.sessions[0]?.notesHtml).not.toContain("<script");
    expect(seen?.sessions[0]?.recordingUrl).toBe("");
  });
});

describe("thanks to a speaker", () => {
  test("is told once and counts as a talk, once", async ({ db }) => {
    const { event, organiser, speaker, speakerRow, session } = await endedEvent(db);
    const act = { viewer: organiser, eventId: event.id, speakerId: speakerRow, now: NOW };
    const thanks = { ...act, message: "ありがとうございました" };
    const early = { ...thanks, now: later(event.endsAt, -1) };
    expect(await thankSpeaker(db, early)).toEqual({ ok: false, reason: "not-finished" });
    expect(await thankSpeaker(db, thanks)).toEqual({ ok: true });
    expect(await thankSpeaker(db, thanks)).toEqual({ ok: true });
    const talks = await db.select().from(contributions);
    expect(talks).toMatchObject([
      {
        personId: speaker.id,
        kind: "talk",
        title: `${event.title}: ${session.title}`,
        happenedOn: "2026-06-01",
        recordedBy: organiser.id,
      },
    ]);
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.kind, "speaker-thanked"));
    expect(told).toMatchObject([{ personId: speaker.id, detail: { message: thanks.message } }]);
  });

  test("is nobody's own matter, and needs somebody to thank", async ({ db }) => {
    const { event, organiser, session, attendee, speakerRow } = await endedEvent(db);
    const rows = await db
      .insert(sessionSpeakers)
      .values([
        { sessionId: session.id, position: 2, personId: organiser.id },
        { sessionId: session.id, position: 3, name: "ゲスト" },
      ])
      .returning();
    const thank = (speakerId: number, viewer = organiser) =>
      thankSpeaker(db, { viewer, eventId: event.id, speakerId, message: randomUUID(), now: NOW });
    expect(await thank(rows[0]?.id ?? 0)).toEqual({ ok: false, reason: "own-talk" });
    expect(await thank(rows[1]?.id ?? 0)).toEqual({ ok: false, reason: "guest" });
    expect(await thank(speakerRow, attendee)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await thank(999_999)).toEqual({ ok: false, reason: "not-found" });
    expect(await db.select().from(contributions)).toEqual([]);
  });
});
