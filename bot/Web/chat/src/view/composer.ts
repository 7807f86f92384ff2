import { LitElement, html, nothing } from "lit";
import { KINDS, MOST_BYTES, MOST_FILES, isTaken, sizeOf, smaller } from "../talk/photos";
import type { Texts } from "../texts/texts";
import { writing } from "./composer-styles";
import { cameraIcon, closeIcon, fileIcon, photoIcon, sendIcon } from "./icons";
import { base } from "./theme-styles";

/** What the customer wants to send. */
export interface Written {
  text: string;
  files: File[];
}

const MOST_TEXT = 8_000;
const SAY_LEFT = 500;

interface Picked {
  file: File;
  address: string | null;
}

/** Where the customer writes and adds photos. Fires <c>written</c> with {@link Written}, and <c>writing</c> while they type. */
export class Composer extends LitElement {
  static override properties = { t: { attribute: false }, draft: { attribute: false }, text: { state: true }, picked: { state: true }, trouble: { state: true } };

  declare t: Texts;
  /** Under which name an unsent text is kept for this tab. */
  declare draft: string;
  declare private text: string;
  declare private picked: Picked[];
  declare private trouble: string;

  constructor() {
    super();
    this.text = this.trouble = "";
    this.picked = [];
  }

  static override styles = [base, writing];

  override firstUpdated(): void {
    this.text = sessionStorageOf()?.getItem(this.draft) ?? "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { address } of this.picked) if (address) URL.revokeObjectURL(address);
  }

  override focus(): void {
    this.renderRoot.querySelector("textarea")?.focus();
  }

  /** Adds files that were picked, dropped or pasted. */
  async add(files: Iterable<File>): Promise<void> {
    this.trouble = "";
    for (const original of files) {
      const file = await smaller(original);
      if (!isTaken(file)) this.trouble = this.t("wrongKind", { name: file.name });
      else if (file.size > MOST_BYTES) this.trouble = this.t("tooLarge", { name: file.name, most: sizeOf(4_000_000) });
      else if (this.picked.length >= MOST_FILES) this.trouble = this.t("tooMany", { most: MOST_FILES });
      else this.picked = [...this.picked, { file, address: file.type.startsWith("image/") ? URL.createObjectURL(file) : null }];
    }
    this.focus();
  }

  override render() {
    const over = this.text.length - MOST_TEXT;
    return html`
      ${this.trouble ? html`<p class="note bad" role="alert">${this.trouble}</p>` : nothing}
      ${over > -SAY_LEFT ? html`<p class="note ${over > 0 ? "bad" : ""}" id="left">${over > 0 ? this.t("tooLong", { count: over }) : this.t("left", { count: -over })}</p>` : nothing}
      ${this.picked.length > 0 ? html`<ul>${this.picked.map((one) => this.preview(one))}</ul>` : nothing}
      <div class="row">
        <button type="button" class="icon" aria-label=${this.t("attach")} title=${this.t("attach")} @click=${() => this.pick(".files")}>${photoIcon}</button>
        <button type="button" class="icon camera" aria-label=${this.t("camera")} title=${this.t("camera")} @click=${() => this.pick(".shot")}>${cameraIcon}</button>
        <input class="files" type="file" multiple accept=${KINDS} hidden tabindex="-1" aria-label=${this.t("attach")} @change=${this.chosen} />
        <input class="shot" type="file" accept="image/*" capture="environment" hidden tabindex="-1" aria-label=${this.t("camera")} @change=${this.chosen} />
        <textarea
          rows="1"
          dir="auto"
          aria-label=${this.t("write")}
          placeholder=${this.t("write")}
          aria-describedby=${over > -SAY_LEFT ? "left" : nothing}
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.keyed}
          @paste=${this.pasted}
        ></textarea>
        <button type="button" class="icon send" aria-label=${this.t("send")} title=${this.t("send")} aria-disabled=${String(!this.ready)} @click=${this.send}>${sendIcon}</button>
      </div>
    `;
  }

  private preview({ file, address }: Picked) {
    const name = file.name || this.t("photo");
    return html`<li>
      ${address ? html`<img src=${address} alt=${name} />` : html`${fileIcon}`}<span>${name}<br />${sizeOf(file.size)}</span>
      <button type="button" class="icon" aria-label=${this.t("remove", { name })} @click=${() => this.drop(file)}>${closeIcon}</button>
    </li>`;
  }

  private get ready(): boolean {
    return (this.text.trim().length > 0 || this.picked.length > 0) && this.text.length <= MOST_TEXT;
  }

  private pick(input: string): void {
    this.renderRoot.querySelector<HTMLInputElement>(input)?.click();
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.add([...(input.files ?? [])]);
    input.value = "";
  }

  private drop(file: File): void {
    const gone = this.picked.find((one) => one.file === file);
    if (gone?.address) URL.revokeObjectURL(gone.address);
    this.picked = this.picked.filter((one) => one.file !== file);
    this.focus();
  }

  private typed(event: Event): void {
    this.take((event.target as HTMLTextAreaElement).value);
    this.dispatchEvent(new Event("writing"));
  }

  private take(text: string): void {
    this.text = text;
    const storage = sessionStorageOf();
    if (text) storage?.setItem(this.draft, text);
    else storage?.removeItem(this.draft);
  }

  /** Enter sends, unless it ends the choice of a Chinese character, or the keyboard is on glass, where it begins a new line. */
  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229 || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    this.send();
  }

  private pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.add(files.map((file) => (file.name === "image.png" ? new File([file], `${this.t("pasted")}.png`, { type: file.type }) : file)));
  }

  private send(): void {
    if (!this.ready) {
      this.focus();
      return;
    }
    const written: Written = { text: this.text.trim(), files: this.picked.map(({ file }) => file) };
    for (const { address } of this.picked) if (address) URL.revokeObjectURL(address);
    this.picked = [];
    this.trouble = "";
    this.take("");
    this.dispatchEvent(new CustomEvent<Written>("written", { detail: written }));
    if (!matchMedia("(pointer: coarse)").matches) this.focus();
  }
}

function sessionStorageOf(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
