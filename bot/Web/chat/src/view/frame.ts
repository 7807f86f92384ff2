import { html, nothing } from "lit";
import type { TextKey, Texts } from "../texts/texts";
import type { Talk } from "../talk/talk";
import { alertIcon, copyIcon, personIcon } from "./icons";
import type { Showing } from "./lines";

/** Who speaks, and the button for a person: always there. */
export function bar({ t, talk }: Showing, askPerson: () => void) {
  const { owner, speaker } = talk;
  return html`<div class="bar">
    <span role="status">${owner === "waiting" ? html`<strong>${t("waiting")}</strong>` : owner === "person" ? t("withPerson", { name: speaker ?? t("person") }) : t("withAssistant")}</span>
    <button type="button" class="person" @click=${askPerson}>${personIcon}${t("askPerson")}</button>
  </div>`;
}

/** The number of the case, which a touch copies. */
export function caseNumber({ t, talk, copy }: Showing, note: string) {
  const number = talk.caseNumber;
  if (!number) return nothing;
  return html`<div class="case">
    ${t("caseNumber")}
    <button type="button" class="number" aria-label=${t("copyNumber", { number })} @click=${() => copy(number)}>${number}${copyIcon}</button>
    <span aria-hidden="true">${note}</span>
  </div>`;
}

/** What is wrong with the line to the server, and what to do. */
export function banner({ t, talk }: Showing, phone: string) {
  const key = trouble(talk);
  const call = phone && (key === "offline" || key === "unreachable");
  return html`<div role="status">
    ${key ? html`<div class="banner ${key}">${alertIcon}<span>${t(key)} ${call ? html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${t("orCall", { phone })}</a>` : nothing}</span></div>` : nothing}
    ${talk.anew ? html`<div class="banner">${alertIcon}<span>${t("begunAnew")}</span></div>` : nothing}
  </div>`;
}

/** Asks once more before the conversation is removed. */
export function clearing(t: Texts, clear: (really: boolean) => void) {
  return html`<div class="sure" role="alertdialog" aria-label=${t("clear")} aria-describedby="sure">
    <p id="sure">${t("clearSure")}</p>
    <div>
      <button type="button" class="plain keep" @click=${() => clear(false)}>${t("clearNo")}</button>
      <button type="button" class="plain" @click=${() => clear(true)}>${t("clearYes")}</button>
    </div>
  </div>`;
}

function trouble({ link }: Talk): TextKey | null {
  return link === "offline" || link === "unreachable" || link === "reconnecting" || link === "connecting" ? link : null;
}
