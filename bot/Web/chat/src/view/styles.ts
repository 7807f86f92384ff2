import { css } from "lit";

const dark = css`
  --ground: #202124;
  --surface: #2a2c30;
  --raised: #34383c;
  --ink: #eceeee;
  --soft: #b4babb;
  --line: #474c51;
  --edge: #80878a;
  --own: color-mix(in srgb, var(--brand) 38%, #2a2c30);
  --accent: var(--brand-on-dark);
  --fill: var(--brand-fill-dark);
  --on-fill: var(--on-brand-fill-dark);
  --alert: #ffb4a6;
  --alert-ground: #46302c;
  --note-ground: #3b3728;
  --note: #f1e3b4;
  --shadow: 0 12px 40px rgb(0 0 0 / 0.5);
  color-scheme: dark;
`;

/** The colours of both themes; dark is chosen by the attribute, or by the device where the attribute leaves it to it. */
export const theme = css`
  :host {
    --ground: #f6f7f6;
    --surface: #ffffff;
    --raised: #ecf0ef;
    --ink: #1f2626;
    --soft: #566060;
    --line: #dce1e0;
    --edge: #7d8786;
    --own: color-mix(in srgb, var(--brand) 19%, #ffffff);
    --accent: var(--brand-on-light);
    --fill: var(--brand);
    --on-fill: var(--on-brand);
    --alert: #9a2d1c;
    --alert-ground: #fdece8;
    --note-ground: #fbf3d9;
    --note: #5a4610;
    --shadow: 0 12px 40px rgb(20 30 30 / 0.2);
    color-scheme: light;
    font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
    font-size: 16px;
    line-height: 1.6;
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${dark}
    }
  }
  :host([theme="dark"]) {
    ${dark}
  }
`;

/** What all parts have in common. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  textarea,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:focus-visible,
  a:focus-visible,
  [tabindex]:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--soft);
    flex: none;
  }
  .icon:hover {
    background: var(--raised);
    color: var(--ink);
  }
  .plain {
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
  }
  .plain:hover {
    background: var(--raised);
  }
  .link {
    padding: 4px 6px;
    margin: -4px 0;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** The frame: launcher, panel, header, notices. */
export const frame = css`
  :host {
    position: fixed;
    inset: auto 0 0 auto;
    z-index: 2147483000;
  }
  :host([inline]) {
    position: relative;
    display: block;
    height: 100%;
    min-height: 420px;
  }
  :host([hidden]) {
    display: none;
  }
  .launcher {
    position: fixed;
    right: max(20px, env(safe-area-inset-right));
    bottom: max(20px, env(safe-area-inset-bottom));
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 54px;
    padding: 10px 20px 10px 16px;
    border: 0;
    border-radius: 27px;
    background: var(--fill);
    color: var(--on-fill);
    font-size: 16px;
    font-weight: 600;
    box-shadow: 0 4px 18px rgb(20 30 30 / 0.24);
  }
  .launcher:hover {
    filter: brightness(1.08);
  }
  .count {
    min-width: 24px;
    padding: 0 7px;
    border-radius: 12px;
    background: var(--on-fill);
    color: var(--fill);
    font-size: 14px;
    line-height: 24px;
    text-align: center;
  }
  .panel {
    position: fixed;
    right: max(20px, env(safe-area-inset-right));
    bottom: max(20px, env(safe-area-inset-bottom));
    display: flex;
    flex-direction: column;
    width: 420px;
    height: min(720px, calc(100dvh - 40px));
    border: 1px solid var(--line);
    border-radius: 20px;
    background: var(--ground);
    box-shadow: var(--shadow);
    overflow: hidden;
  }
  :host([inline]) .panel {
    position: absolute;
    inset: 0;
    width: auto;
    height: auto;
    box-shadow: none;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 12px 10px 8px 18px;
    background: var(--surface);
  }
  .mark {
    display: grid;
    place-items: center;
    width: 42px;
    height: 42px;
    border-radius: 14px;
    background: var(--fill);
    color: var(--on-fill);
    font-size: 19px;
    font-weight: 600;
    flex: none;
  }
  .who {
    flex: 1;
    margin-inline: 10px 4px;
    min-width: 0;
  }
  .who h2 {
    margin: 0;
    font-size: 17px;
    line-height: 1.35;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .who p {
    margin: 0;
    color: var(--soft);
    font-size: 14px;
    line-height: 1.4;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    padding: 0 14px 12px 18px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    font-size: 14.5px;
    line-height: 1.4;
    color: var(--soft);
  }
  .bar strong {
    color: var(--ink);
    font-weight: 600;
  }
  .person {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    flex: none;
    min-height: 44px;
    padding: 6px 15px 6px 11px;
    border: 1.5px solid var(--accent);
    border-radius: 22px;
    background: var(--surface);
    color: var(--accent);
    font-size: 15.5px;
    font-weight: 600;
  }
  .person:hover {
    background: var(--own);
  }
  .case {
    display: flex;
    align-items: center;
    gap: 2px 8px;
    flex-wrap: wrap;
    padding: 3px 8px 3px 18px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    font-size: 14.5px;
    color: var(--soft);
  }
  .banner {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 10px 18px;
    background: var(--note-ground);
    color: var(--note);
    font-size: 14.5px;
    line-height: 1.5;
  }
  .banner svg {
    flex: none;
  }
  .banner a {
    color: inherit;
    font-weight: 600;
  }
  .menu {
    position: relative;
  }
  .sheet {
    position: absolute;
    top: 48px;
    right: 0;
    z-index: 2;
    display: grid;
    width: 270px;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .sheet button {
    min-height: 46px;
    padding: 8px 14px;
    border: 0;
    border-radius: 9px;
    background: none;
    text-align: start;
  }
  .sheet button:hover {
    background: var(--raised);
  }
  .sure {
    padding: 14px 18px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .sure p {
    margin: 0 0 10px;
  }
  .sure div {
    display: flex;
    gap: 10px;
  }
  .drop {
    position: absolute;
    inset: 10px;
    z-index: 3;
    display: grid;
    place-items: center;
    border: 2px dashed var(--accent);
    border-radius: 14px;
    background: color-mix(in srgb, var(--surface) 92%, transparent);
    font-size: 18px;
    font-weight: 600;
    pointer-events: none;
  }
  @media (max-width: 560px) {
    :host(:not([inline])) .panel {
      inset: 0;
      top: var(--seen-top, 0);
      width: auto;
      height: var(--seen-height, 100dvh);
      border: 0;
      border-radius: 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
  }
`;

/** What was said, and what may be tapped. */
export const lines = css`
  .scroll {
    flex: 1;
    min-height: 0;
    padding: 16px 18px 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-behavior: smooth;
  }
  .scroll:focus-visible {
    outline-offset: -4px;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .when {
    align-self: center;
    margin: 8px 0 4px;
    color: var(--soft);
    font-size: 13.5px;
  }
  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: 88%;
  }
  .line.mine {
    align-self: flex-end;
    align-items: flex-end;
  }
  .speaker {
    margin: 10px 0 4px 2px;
    color: var(--soft);
    font-size: 13.5px;
    line-height: 1.4;
  }
  .speaker.human {
    color: var(--accent);
    font-weight: 600;
  }
  .bubble {
    padding: 10px 14px;
    border: 1px solid var(--line);
    border-radius: 4px 16px 16px 16px;
    background: var(--surface);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .line.more .bubble {
    border-radius: 16px;
  }
  .mine .bubble {
    border-color: transparent;
    border-radius: 16px 4px 16px 16px;
    background: var(--own);
  }
  .refused .bubble {
    border: 1px solid var(--alert);
  }
  .bubble a {
    color: var(--accent);
    text-underline-offset: 3px;
  }
  .number {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    min-height: 26px;
    padding: 0 4px;
    margin: 0 -2px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    vertical-align: baseline;
  }
  .case .number {
    min-height: 40px;
  }
  .number svg {
    width: 17px;
    height: 17px;
  }
  .number:hover {
    background: var(--raised);
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 2px 8px;
    margin-top: 3px;
    color: var(--soft);
    font-size: 13.5px;
    line-height: 1.5;
  }
  .state.bad {
    color: var(--alert);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0 0 4px;
  }
  .mine .files {
    justify-content: flex-end;
  }
  .files img {
    display: block;
    max-width: 220px;
    max-height: 220px;
    border-radius: 12px;
    background: var(--raised);
  }
  .files a {
    border-radius: 12px;
  }
  .files audio,
  .files video {
    max-width: 100%;
    border-radius: 12px;
  }
  .paper {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 6px 14px;
    border: 1px solid var(--edge);
    background: var(--surface);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  progress {
    width: 180px;
    height: 8px;
    accent-color: var(--accent);
  }
  .dots {
    display: flex;
    gap: 5px;
    padding: 15px 16px;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--soft);
    animation: breathe 1.6s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.25s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.5s;
  }
  @keyframes breathe {
    0%,
    100% {
      opacity: 0.3;
    }
    50% {
      opacity: 1;
    }
  }
  .newer {
    align-self: center;
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 44px;
    margin: -52px 0 8px;
    padding: 6px 16px 6px 12px;
    border: 1px solid var(--edge);
    border-radius: 22px;
    background: var(--surface);
    box-shadow: 0 2px 10px rgb(20 30 30 / 0.18);
    z-index: 1;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-height: 172px;
    padding: 4px 18px 12px;
    overflow-y: auto;
  }
  .choices .plain {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 550;
    text-align: start;
  }
  .choices a.plain {
    text-decoration: none;
  }
`;
