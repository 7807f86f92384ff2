import { LitElement, type PropertyValues, html, nothing } from "lit";
import { type Said, Talk } from "../talk/talk";
import { type CardAction, ownerOf } from "../talk/wire";
import { type Language, type Texts, firstLanguage, languageOf, textsIn } from "../texts/texts";
import { copyText } from "./clipboard";
import { coloursOf } from "./colour";
import type { Composer, Written } from "./composer";
import { banner, bar, caseNumber, clearing } from "./frame";
import { frame } from "./frame-styles";
import { closeIcon, moreIcon, talkIcon } from "./icons";
import { lines } from "./line-styles";
import { type Showing, allLines, choices, newer, speakerOf } from "./lines";
import { Previews } from "./previews";
import { base, theme } from "./theme-styles";

const NEAR_END = 80;
const SPOKEN_KEPT = 20;
const NOTE_SHOWN = 2_500;

/** The chat: a button in the corner of a page, and the conversation behind it. See README.md for its attributes. */
export class ChatElement extends LitElement {
  static override properties = {
    name: {},
    nameEn: { attribute: "name-en" },
    assistant: {},
    assistantEn: { attribute: "assistant-en" },
    colour: { attribute: "color" },
    language: { reflect: true },
    playbook: {},
    server: {},
    phone: {},
    inline: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    unread: { state: true },
    sheet: { state: true },
    sure: { state: true },
    dropping: { state: true },
    below: { state: true },
    spoken: { state: true },
    note: { state: true },
  };
  static override styles = [theme, base, frame, lines];

  /** The server the script came from. */
  static home = location.origin;

  declare name: string;
  declare nameEn: string;
  declare assistant: string;
  declare assistantEn: string;
  declare colour: string | null;
  declare language: string | null;
  declare playbook: string;
  declare server: string;
  declare phone: string;
  declare inline: boolean;
  declare open: boolean;
  declare private unread: number;
  declare private sheet: boolean;
  declare private sure: boolean;
  declare private dropping: boolean;
  declare private below: boolean;
  declare private spoken: { id: string; text: string }[];
  declare private note: string;

  private talk: Talk | null = null;
  private readonly previews = new Previews(
    async (id) => (await this.talk?.files.files(id)) ?? [],
    () => this.requestUpdate(),
  );
  private noteTimer: ReturnType<typeof setTimeout> | undefined;
  private atEnd = true;

  constructor() {
    super();
    this.name = this.nameEn = this.assistant = this.assistantEn = this.playbook = this.phone = this.note = "";
    this.colour = this.language = null;
    this.server = ChatElement.home;
    this.inline = this.open = this.sheet = this.sure = this.dropping = this.below = false;
    this.unread = 0;
    this.spoken = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.language = languageOf(this.language) ?? firstLanguage(this.language);
    this.talk = new Talk({ server: new URL(this.server, location.href).origin, playbook: this.playbook, locale: () => this.speaks });
    this.talk.addEventListener("change", this.changed);
    this.talk.addEventListener("lines", this.heard);
    visualViewport?.addEventListener("resize", this.seen);
    visualViewport?.addEventListener("scroll", this.seen);
    if (this.inline || this.open) this.show();
    else if (this.talk.hasBegun) this.talk.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    visualViewport?.removeEventListener("resize", this.seen);
    visualViewport?.removeEventListener("scroll", this.seen);
    this.talk?.close();
    this.talk = null;
  }

  /** Opens the conversation, and begins it the first time. */
  show(): void {
    this.open = true;
    this.unread = 0;
    this.atEnd = true;
    this.seen();
    this.talk?.begin();
  }

  /** Folds it away; the conversation goes on. */
  hide(): void {
    this.open = this.sheet = this.sure = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".launcher")?.focus());
  }

  private get speaks(): Language {
    return languageOf(this.language) ?? "en";
  }

  /** The name of the business in the language of the moment. */
  private get brand(): string {
    return (this.speaks === "en" && this.nameEn) || this.name;
  }

  private get t(): Texts {
    return textsIn(this.speaks);
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has("colour")) for (const [name, value] of Object.entries(coloursOf(this.colour))) this.style.setProperty(name, value);
    if (changes.has("language")) this.lang = this.speaks;
  }

  protected override updated(): void {
    const scroll = this.renderRoot.querySelector(".scroll");
    if (scroll && this.atEnd) scroll.scrollTop = scroll.scrollHeight;
  }

  override render() {
    if (this.open || this.inline) return this.panel();
    const { t } = this;
    return html`<button type="button" class="launcher" @click=${this.launched}>
      ${talkIcon}<span>${this.unread > 0 ? t("launcherUnread") : t("launcher")}</span>${this.unread > 0 ? html`<span class="count" aria-hidden="true">${this.unread}</span>` : nothing}
    </button>`;
  }

  private panel() {
    const { t, talk } = this;
    if (!talk) return nothing;
    const showing = this.showing(talk);
    return html`<section
      class="panel"
      role="dialog"
      aria-label=${t("panel", { brand: this.brand })}
      @keydown=${this.keyed}
      @dragover=${this.dragged}
      @dragleave=${() => (this.dropping = false)}
      @drop=${this.dropped}
    >
      ${this.header(showing)} ${bar(showing, () => this.askPerson())} ${caseNumber(showing, this.note)} ${banner(showing, this.phone)}
      <div class="scroll" role="region" tabindex="0" aria-label=${t("messages")} @scroll=${this.scrolled}>${allLines(showing)}</div>
      ${this.below ? newer(t, () => this.toEnd()) : nothing} ${choices(talk.suggestions, t, (action) => this.choose(action))} ${this.sure ? clearing(t, (really) => this.clear(really)) : nothing}
      <complaint-chat-composer .t=${t} .draft=${`complaint-chat:${this.playbook}:draft`} @written=${this.written} @writing=${() => talk.noteTyping()}></complaint-chat-composer>
      <div class="unseen" role="log" aria-live="polite">${this.spoken.map(({ text }) => html`<p>${text}</p>`)}</div>
      <div class="unseen" role="status">${this.note}</div>
      ${this.dropping ? html`<div class="drop">${t("dropHere")}</div>` : nothing}
    </section>`;
  }

  private header(showing: Showing) {
    const { t, talk } = showing;
    return html`<div class="top">
      <span class="mark" aria-hidden="true">${[...this.brand][0] ?? "·"}</span>
      <div class="who">
        <h2>${this.brand || t("panel", { brand: "" })}</h2>
        <p>${speakerOf(showing, talk.speaker ? { type: "message", from: { name: talk.speaker } } : undefined, talk.owner === "person" ? "person" : "bot")}</p>
      </div>
      <div class="menu">
        <button type="button" class="icon" aria-label=${t("menu")} title=${t("menu")} aria-expanded=${String(this.sheet)} @click=${() => (this.sheet = !this.sheet)}>${moreIcon}</button>
        ${this.sheet
          ? html`<div class="sheet">
              <button type="button" lang=${this.speaks === "en" ? "zh" : "en"} @click=${this.otherLanguage}>${t("otherLanguage")}</button>
              <button type="button" @click=${this.askClear}>${t("clear")}</button>
            </div>`
          : nothing}
      </div>
      ${this.inline ? nothing : html`<button type="button" class="icon" aria-label=${t("close")} title=${t("close")} @click=${() => this.hide()}>${closeIcon}</button>`}
    </div>`;
  }

  private showing(talk: Talk): Showing {
    const { t, speaks: language } = this;
    const assistant = (language === "en" && this.assistantEn) || this.assistant;
    const server = new URL(this.server, location.href).origin;
    return { talk, t, language, assistant, server, copy: (number) => void this.copy(number), preview: (message, index) => this.previews.of(message, index) };
  }

  private launched(): void {
    this.show();
    void this.updateComplete.then(() => this.enter());
  }

  /** A keyboard that slides over the screen is not asked for until the customer wants to write. */
  private enter(): void {
    if (matchMedia("(pointer: coarse)").matches) this.renderRoot.querySelector<HTMLElement>(".scroll")?.focus();
    else this.composer?.focus();
  }

  private get composer(): Composer | null {
    return this.renderRoot.querySelector("complaint-chat-composer");
  }

  private written(event: CustomEvent<Written>): void {
    const { text, files } = event.detail;
    this.atEnd = true;
    if (files.length > 0) void this.talk?.sayWith(text, files);
    else this.talk?.say(text);
  }

  private choose(action: CardAction): void {
    this.atEnd = true;
    this.talk?.choose(action);
    this.enter();
  }

  private askPerson(): void {
    this.atEnd = true;
    this.talk?.say(this.t("askPersonSays"));
  }

  private otherLanguage(): void {
    this.language = this.speaks === "en" ? "zh-Hans" : "en";
    this.sheet = false;
  }

  private askClear(): void {
    this.sheet = false;
    this.sure = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".keep")?.focus());
  }

  private clear(really: boolean): void {
    this.sure = false;
    if (really) {
      this.talk?.clear();
      this.spoken = [];
      if (this.inline) this.talk?.begin();
      else this.hide();
    } else {
      this.composer?.focus();
    }
  }

  private async copy(number: string): Promise<void> {
    const done = await copyText(number);
    this.note = this.t(done ? "copied" : "copyFailed");
    clearTimeout(this.noteTimer);
    this.noteTimer = setTimeout(() => (this.note = ""), NOTE_SHOWN);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this.sheet) this.sheet = false;
    else if (this.sure) this.clear(false);
    else if (!this.inline) this.hide();
  }

  private dragged(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  }

  private dropped(event: DragEvent): void {
    this.dropping = false;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void this.composer?.add([...event.dataTransfer.files]);
  }

  private scrolled(event: Event): void {
    const scroll = event.target as HTMLElement;
    this.atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
    if (this.atEnd) this.below = false;
  }

  private toEnd(): void {
    this.atEnd = true;
    this.below = false;
    this.requestUpdate();
  }

  /** The part of a phone's screen that its keyboard leaves. */
  private readonly seen = (): void => {
    if (!visualViewport) return;
    this.style.setProperty("--seen-height", `${visualViewport.height}px`);
    this.style.setProperty("--seen-top", `${visualViewport.offsetTop}px`);
  };

  private readonly changed = (): void => {
    this.requestUpdate();
    this.previews.keep(this.talk?.outgoing ?? []);
  };

  /** New lines are read out once each. What was said before the page was opened is not. */
  private readonly heard = (event: Event): void => {
    const { lines: fresh, history } = (event as CustomEvent<Said>).detail;
    if (history || !this.talk) return;
    if (!this.open && !this.inline) this.unread += fresh.length;
    if (!this.atEnd) this.below = true;
    const showing = this.showing(this.talk);
    const now = fresh.map((line) => ({ id: line.id ?? "", text: `${speakerOf(showing, line, ownerOf(line) ?? "bot")}: ${line.text ?? this.t("file")}` }));
    this.spoken = [...this.spoken, ...now].slice(-SPOKEN_KEPT);
  };
}
