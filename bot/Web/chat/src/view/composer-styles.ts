import { css } from "lit";

/** Where the customer writes. */
export const writing = css`
  :host {
    display: block;
    padding: 10px 12px 12px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .row {
    display: flex;
    align-items: flex-end;
    gap: 4px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 46px;
    max-height: 168px;
    margin: 0 4px;
    padding: 9px 14px;
    border: 1px solid var(--edge);
    border-radius: 14px;
    background: var(--surface);
    font-size: 16px;
    line-height: 1.6;
    resize: none;
    field-sizing: content;
  }
  textarea:focus-visible {
    border-color: var(--accent);
    outline: 1.5px solid var(--accent);
    outline-offset: 0;
  }
  textarea::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .send {
    width: 46px;
    height: 46px;
    border-radius: 14px;
    background: var(--fill);
    color: var(--on-fill);
  }
  @media (hover: hover) {
    .send:hover {
      background: var(--fill);
      color: var(--on-fill);
      filter: brightness(1.08);
    }
  }
  .send[aria-disabled="true"] {
    background: var(--raised);
    color: var(--soft);
    cursor: default;
    filter: none;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0 0 10px;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding-inline-end: 40px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
    font-size: 14px;
    overflow: hidden;
  }
  li img {
    width: 64px;
    height: 64px;
    object-fit: cover;
  }
  li span {
    padding: 10px 0 10px 10px;
    max-width: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li .icon {
    position: absolute;
    inset: 0 0 0 auto;
    width: 40px;
    height: 100%;
    border-radius: 0;
  }
  .note {
    margin: 0 4px 8px;
    font-size: 14px;
    color: var(--soft);
  }
  .note.bad {
    color: var(--alert);
  }
  .camera {
    display: none;
  }
  @media (pointer: coarse) {
    .camera {
      display: grid;
    }
  }
`;
