import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Outgoing } from "../talk/outbox";
import { type Talk, nameOf } from "../talk/talk";
import { type Activity, type Attachment, type CardAction, type Owner, isOwn, ownerOf } from "../talk/wire";
import type { Language, Texts } from "../texts/texts";
import { copyIcon, downIcon, fileIcon } from "./icons";
import { piecesOf } from "./words";

/** What the lines are shown with. */
export interface Showing {
  talk: Talk;
  t: Texts;
  language: Language;
  /** The assistant's name when the server tells none. */
  assistant: string;
  server: string;
  copy: (number: string) => void;
  /** The address of a file that is still on this device. */
  preview: (message: Outgoing, index: number) => string | null;
}

const PAUSE = 10 * 60_000;

/** Everything that was said, and what is on its way. */
export function allLines(showing: Showing): TemplateResult {
  const { talk } = showing;
  const outgoing = talk.outgoing;
  const lastOwn = outgoing.length > 0 ? null : (talk.lines.findLast(isOwn)?.id ?? null);
  return html`<ol>
    ${repeat(talk.lines, (line) => line.id, (line, i) => said(showing, line, talk.lines[i - 1], line.id === lastOwn))}
    ${repeat(outgoing, (message) => message.id, (message) => onItsWay(showing, message))}
    ${talk.typing ? html`<li class="line"><span class="bubble dots" role="img" aria-label=${showing.t("typing", { name: speakerOf(showing, undefined, talk.owner) })}><i></i><i></i><i></i></span></li>` : nothing}
  </ol>`;
}

/** How a speaker of the other side is called: a person by name, the assistant always as what it is. */
export function speakerOf(showing: Pick<Showing, "t" | "assistant">, line: Activity | undefined, owner: Owner): string {
  const name = nameOf(line);
  if (owner === "person") return name ? showing.t("personNamed", { name }) : showing.t("person");
  const assistant = name ?? showing.assistant;
  return assistant ? showing.t("assistantNamed", { name: assistant }) : showing.t("assistant");
}

/** Tappable answers to the newest line. */
export function choices(actions: CardAction[], t: Texts, choose: (action: CardAction) => void): TemplateResult | typeof nothing {
  const shown = actions.filter((action) => action.title);
  if (shown.length === 0) return nothing;
  return html`<div class="choices">
    ${shown.map((action) => {
      const address = action.type === "openUrl" ? pageOf(action.value) : null;
      if (address) return html`<a class="plain" href=${address} target="_blank" rel="noopener noreferrer">${action.title}<span class="unseen"> (${t("newWindow")})</span></a>`;
      return action.type === "openUrl" ? nothing : html`<button type="button" class="plain" @click=${() => choose(action)}>${action.title}</button>`;
    })}
  </div>`;
}

/** The button that leads to lines below the fold. */
export function newer(t: Texts, go: () => void): TemplateResult {
  return html`<button type="button" class="newer" @click=${go}>${downIcon}${t("newLines")}</button>`;
}

function said(showing: Showing, line: Activity, before: Activity | undefined, isLast: boolean): TemplateResult {
  const own = isOwn(line);
  const owner = ownerOf(line) ?? "bot";
  const label = own ? showing.t("you") : speakerOf(showing, line, owner);
  const goesOn = before !== undefined && isOwn(before) === own && (own || speakerOf(showing, before, ownerOf(before) ?? "bot") === label);
  const pause = timeBefore(line, before);
  const text = own ? shownText(line) : line.text;
  return html`${pause ? html`<li class="when">${clock(pause, showing)}</li>` : nothing}
    <li class="line ${own ? "mine" : ""} ${goesOn ? "more" : ""}">
      ${goesOn || own ? html`<span class="unseen">${label}: </span>` : html`<span class="speaker ${owner === "person" ? "human" : ""}">${label}</span>`}
      ${line.attachments?.length ? html`<div class="files">${line.attachments.map((file) => attachment(showing, file))}</div>` : nothing}
      ${text ? html`<div class="bubble" dir="auto">${own ? text : words(showing, text)}</div>` : nothing}
      ${own && isLast ? html`<span class="state">${showing.t("sent")}</span>` : nothing}
    </li>`;
}

function onItsWay(showing: Showing, message: Outgoing): TemplateResult {
  const { t, talk } = showing;
  const text = shownText(message.activity);
  const share = talk.progress.get(message.id);
  return html`<li class="line mine ${message.refused ? "refused" : ""}">
    <span class="unseen">${t("you")}: </span>
    ${message.files.length > 0 ? html`<div class="files">${message.files.map((file, i) => waitingFile(showing, message, file, i))}</div>` : nothing}
    ${text ? html`<div class="bubble" dir="auto">${text}</div>` : nothing}
    ${share !== undefined && !message.refused ? html`<progress max="1" value=${share} aria-label=${t("sending")}></progress>` : nothing}
    ${message.refused
      ? html`<span class="state bad">${t(message.refused)}
          ${message.refused === "fileLost" ? nothing : html`<button type="button" class="link" @click=${() => talk.outbox.retry(message.id)}>${t("retry")}</button>`}
          <button type="button" class="link" @click=${() => void talk.discard(message.id)}>${t("discard")}</button></span>`
      : html`<span class="state">${stateOf(showing, message)}</span>`}
  </li>`;
}

function stateOf({ talk, t }: Showing, message: Outgoing): string {
  if (message.accepted) return t("sent");
  if (talk.outbox.waiting === "throttled") return t("slowDown");
  return talk.outbox.waiting === "network" && talk.link !== "connecting" ? t("waitingToSend") : t("sending");
}

function shownText(activity: Activity): string {
  const data = activity.channelData;
  const hidden = (data?.["postBack"] ?? data?.["messageBack"]) as { displayText?: unknown } | undefined;
  return typeof hidden?.displayText === "string" ? hidden.displayText : (activity.text ?? "");
}

function words({ t, copy }: Showing, text: string): unknown[] {
  return piecesOf(text).map((piece) => {
    if (piece.kind === "case") return html`<button type="button" class="number" aria-label=${t("copyNumber", { number: piece.text })} @click=${() => copy(piece.text)}>${piece.text}${copyIcon}</button>`;
    if (piece.kind === "link") return html`<a href=${piece.text} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`;
    return piece.text;
  });
}

function attachment({ t, server }: Showing, file: Attachment): TemplateResult | typeof nothing {
  const address = pageOf(file.contentUrl);
  const name = file.name || t("file");
  // Files come from our server alone.
  if (!address || new URL(address).origin !== new URL(server).origin) return nothing;
  const kind = file.contentType?.split("/")[0];
  if (kind === "image" && file.contentType !== "image/heic") return html`<a href=${address} target="_blank" rel="noopener" aria-label=${t("openPhoto", { name })}><img src=${address} alt=${name} loading="lazy" /></a>`;
  if (kind === "audio") return html`<audio controls preload="metadata" src=${address} aria-label=${name}></audio>`;
  if (kind === "video") return html`<video controls preload="metadata" src=${address} aria-label=${name}></video>`;
  return html`<a class="paper" href=${address} target="_blank" rel="noopener">${fileIcon}${name}</a>`;
}

function waitingFile(showing: Showing, message: Outgoing, file: { name: string; type: string }, index: number): TemplateResult {
  const address = file.type.startsWith("image/") ? showing.preview(message, index) : null;
  return address ? html`<img src=${address} alt=${file.name} />` : html`<span class="paper">${fileIcon}${file.name}</span>`;
}

/** An address that may be opened; null for scripts and the like. */
function pageOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  try {
    const address = new URL(value);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
  } catch {
    return null;
  }
}

/** When a line was said, if it was the first or came after a pause. */
function timeBefore(line: Activity, before: Activity | undefined): Date | null {
  const at = Date.parse(line.timestamp ?? "");
  if (Number.isNaN(at)) return null;
  return before && at - Date.parse(before.timestamp ?? "") < PAUSE ? null : new Date(at);
}

function clock(at: Date, { language, t }: Showing): string {
  const tag = language === "en" ? "en-GB" : "zh-CN";
  const time = at.toLocaleTimeString(tag, { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === new Date().toDateString()) return `${t("today")} ${time}`;
  return `${at.toLocaleDateString(tag, { month: "long", day: "numeric" })} ${time}`;
}
