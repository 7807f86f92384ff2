import { css } from "lit";

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
  @media (hover: hover) {
    .number:hover {
      background: var(--raised);
    }
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
