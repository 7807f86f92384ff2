import { css } from "lit";

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
  @media (hover: hover) {
    .launcher:hover {
      filter: brightness(1.08);
    }
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
  @media (hover: hover) {
    .person:hover {
      background: var(--own);
    }
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
  @media (hover: hover) {
    .sheet button:hover {
      background: var(--raised);
    }
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
