import { Camera } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";

// Not in TypeScript's library yet: https://wicg.github.io/shape-detection-api/#barcode-detection-api
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

const LOOK_EVERY = 200;
/** The same code in front of the camera is one scan as long as it stays there. */
const SAME_FOR = 4_000;

/** Reads QR codes with the camera, in browsers that can; elsewhere there is nothing to see of it. */
export function Scanner({ onScan }: { onScan: (text: string) => void }) {
  const { t } = useTranslation("check-in");
  const [Detector, setDetector] = useState<DetectorClass>();
  const [isOn, setOn] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    findDetector().then((found) => setDetector(() => found));
  }, []);
  if (!Detector) return null;
  return (
    <div className="grid gap-2">
      <Button type="button" variant={isOn ? "quiet" : "primary"} onClick={() => setOn(!isOn)}>
        <Camera size={20} aria-hidden="true" />
        {t(isOn ? "scan.stop" : "scan.start")}
      </Button>
      {hasFailed && (
        <p role="alert" className="text-sm font-semibold text-danger">
          {t("scan.failed")}
        </p>
      )}
      {isOn && (
        <View
          Detector={Detector}
          onScan={onScan}
          onFail={() => {
            setFailed(true);
            setOn(false);
          }}
        />
      )}
    </div>
  );
}

function View({
  Detector,
  onScan,
  onFail,
}: {
  Detector: DetectorClass;
  onScan: (text: string) => void;
  onFail: () => void;
}) {
  const { t } = useTranslation("check-in");
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onScan, onFail });
  handlers.current = { onScan, onFail };
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const detector = new Detector({ formats: ["qr_code"] });
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    let last = { text: "", at: 0 };
    const look = async () => {
      const [seen] = await detector.detect(element).catch(() => []);
      if (isGone) return;
      const now = Date.now();
      if (seen && (seen.rawValue !== last.text || now - last.at > SAME_FOR)) {
        handlers.current.onScan(seen.rawValue);
      }
      if (seen) last = { text: seen.rawValue, at: now };
      timer = setTimeout(look, LOOK_EVERY);
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .then(async (opened) => {
        stream = opened;
        if (isGone) return release(stream);
        element.srcObject = opened;
        await element.play();
        look();
      })
      .catch(() => {
        if (!isGone) handlers.current.onFail();
      });
    return () => {
      isGone = true;
      clearTimeout(timer);
      release(stream);
    };
  }, [Detector]);
  return (
    <video
      ref={video}
      playsInline
      muted
      aria-label={t("scan.picture")}
      className="aspect-square w-full rounded-card bg-sunken object-cover"
    />
  );
}

function release(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function findDetector(): Promise<DetectorClass | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector || !navigator.mediaDevices?.getUserMedia) return undefined;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  return formats.includes("qr_code") ? BarcodeDetector : undefined;
}
