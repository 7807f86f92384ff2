import { type ChatSummary, type View, keyOf } from "../wire/types";
import type { Settings } from "./settings";

const TONES = [660, 880];

/** Sound and a notice of the device for what waits for this person, where the person asked for them. */
export function createNotices(settings: Settings, texts: { waits: (chat: ChatSummary) => string; said: (chat: ChatSummary) => string }) {
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

  /** A chat has begun to wait. */
  function arrived(chat: ChatSummary): void {
    if (settings.sound) ring();
    notify(chat, "queue", texts.waits(chat));
  }

  /** A customer of this person has written. Whoever sees the page sees it. */
  function said(chat: ChatSummary): void {
    if (settings.sound && document.hidden) ring();
    notify(chat, "mine", texts.said(chat));
  }

  function notify(chat: ChatSummary, view: View, text: string): void {
    if (!settings.notices || !document.hidden || !("Notification" in window) || Notification.permission !== "granted") return;
    const notice = new Notification(text, { body: chat.abusive ? "" : (chat.lastLine?.text ?? ""), tag: keyOf(chat) });
    notice.onclick = () => {
      window.focus();
      location.hash = `#/chats/${view}/${encodeURIComponent(chat.channel)}/${encodeURIComponent(chat.conversation)}`;
      notice.close();
    };
  }

  /** Asks the device; false when it says no. */
  async function allow(): Promise<boolean> {
    return "Notification" in window && (await Notification.requestPermission()) === "granted";
  }

  return { arrived, said, ring, allow };
}
