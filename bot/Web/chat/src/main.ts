import { ChatElement } from "./view/chat-element";
import { Composer } from "./view/composer";

const TAG = "complaint-chat";
const script = document.currentScript as HTMLScriptElement | null;

if (!customElements.get(TAG)) {
  if (script?.src) ChatElement.home = new URL(script.src).origin;
  customElements.define(`${TAG}-composer`, Composer);
  customElements.define(TAG, ChatElement);
}

/** Puts the chat on the page as its script tag says, unless the page has one of its own. */
function mount(): void {
  if (document.querySelector(TAG)) return;
  const element = document.createElement(TAG);
  for (const [name, value] of Object.entries(script?.dataset ?? {})) element.setAttribute(name, value ?? "");
  document.body.append(element);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mount);
else mount();
