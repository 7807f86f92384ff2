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
  @media (hover: hover) {
    .icon:hover {
      background: var(--raised);
      color: var(--ink);
    }
  }
  .plain {
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
  }
  @media (hover: hover) {
    .plain:hover {
      background: var(--raised);
    }
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
