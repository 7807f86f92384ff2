import type { ChatSummary } from "../wire/types";
import type { Settings } from "./settings";

const TONES = [660, 880];

/** Sound and a notice of the device for a chat that has begun to wait, where the person asked for them. */
export function createNotices(settings: Settings, textFor: (chat: ChatSummary) => string) {
  let audio: AudioContext | null = null;

  function ring(): void {
    audio ??= new AudioContext();
    const context = audio;
    TONES.forEach((tone, i) => {
      const [oscillator, gain, at] = [context.createOscillator(), context.createGain(), context.currentTime + i * 0.16];
      oscillator.frequency.value = tone;
      gain.gain.setValueAtTime(0.0001, at);
      gain.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(at);
      oscillator.stop(at + 0.32);
    });
  }

  function tell(chat: ChatSummary): void {
    if (settings.sound) ring();
    if (settings.notices && document.hidden && "Notification" in window && Notification.permission === "granted")
      new Notification(textFor(chat), { body: chat.lastLine?.text ?? "", tag: `${chat.channel}/${chat.conversation}` });
  }

  /** Asks the device; false when it says no. */
  async function allow(): Promise<boolean> {
    return "Notification" in window && (await Notification.requestPermission()) === "granted";
  }

  return { tell, ring, allow };
}
