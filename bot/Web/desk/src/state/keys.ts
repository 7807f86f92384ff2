import { onScopeDispose } from "vue";

/** What single keys do while nothing is being typed and no dialog is open. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  const hear = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (writing(event.target) || inMenu(event.target) || dialogIsOpen()) return;
    event.preventDefault();
    act(event);
  };
  addEventListener("keydown", hear);
  onScopeDispose(() => removeEventListener("keydown", hear));
}

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));

const inMenu = (target: EventTarget | null) => target instanceof Element && target.closest('[role="menu"]') !== null;
const dialogIsOpen = () => [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
