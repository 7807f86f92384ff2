import { type TemplateResult, svg } from "lit";

// Drawn on a grid of 24, with lines of 1.75.
const line = (paths: TemplateResult) => svg`<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;

export const talkIcon = line(svg`<path d="M4 5.5h16v11H10.5L6 20v-3.500H4z"/><path d="M8 9.500h8M8 12.700h5"/>`);
export const closeIcon = line(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const moreIcon = line(svg`<path d="M5.500 12h.01M12 12h.01M18.500 12h.01" stroke-width="3"/>`);
export const personIcon = line(svg`<circle cx="12" cy="8" r="3.750"/><path d="M4.500 20c.8-4 3.700-6 7.500-6s6.700 2 7.500 6"/>`);
export const sendIcon = line(svg`<path d="M5 12h13M12.500 6l6 6-6 6"/>`);
export const photoIcon = line(svg`<rect x="3.500" y="5" width="17" height="14" rx="2.500"/><circle cx="9" cy="10" r="1.700"/><path d="M4 17l5-4 3.500 2.700L16 12l4.500 4"/>`);
export const cameraIcon = line(svg`<path d="M4 8h3.500L9 5.500h6L16.500 8H20v11H4z"/><circle cx="12" cy="13" r="3.400"/>`);
export const copyIcon = line(svg`<rect x="8.500" y="8.500" width="11" height="11" rx="2"/><path d="M5.500 15.500h-1v-11h11v1"/>`);
export const doneIcon = line(svg`<path d="M5 12.500l4.500 4.500L19 7.500"/>`);
export const downIcon = line(svg`<path d="M12 5v13M6 12.500l6 6 6-6"/>`);
export const alertIcon = line(svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500v5.500M12 16.200h.01"/>`);
export const fileIcon = line(svg`<path d="M6 3.500h8l4 4v13H6z"/><path d="M14 3.500v4h4"/>`);
