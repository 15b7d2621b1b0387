/** How a check-in went, for ears and hands: eyes are on the guest. */
export type Feedback = "welcome" | "already" | "refused";

const SOUNDS: Record<Feedback, { hertz: number[]; vibration: number[] }> = {
  welcome: { hertz: [880], vibration: [60] },
  already: { hertz: [660, 660], vibration: [40, 60, 40] },
  refused: { hertz: [300, 220], vibration: [150, 80, 150] },
};

const TONE_SECONDS = 0.12;

let audio: AudioContext | undefined;

/** Gives a short sound and a vibration, as far as the device does either and the page was touched. */
export function giveFeedback(feedback: Feedback): void {
  // Before that browsers allow neither, and say so in their console.
  if (navigator.userActivation?.hasBeenActive === false) return;
  const { hertz, vibration } = SOUNDS[feedback];
  navigator.vibrate?.(vibration);
  try {
    audio ??= new AudioContext();
    for (const [index, frequency] of hertz.entries()) {
      const from = audio.currentTime + index * TONE_SECONDS * 1.4;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.2, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + TONE_SECONDS);
      tone.connect(volume).connect(audio.destination);
      tone.start(from);
      tone.stop(from + TONE_SECONDS);
    }
  } catch {
    // No sound on this device; the words are on the screen.
  }
}
