/** Puts the focus on what can be filled in first, so that whoever came by the keyboard can begin. */
export function focusFirst(root: HTMLElement | null | undefined): void {
  const first = root?.querySelector<HTMLElement>("input, select, textarea");
  // Of a row of choices it is the one that is chosen.
  const chosen = first?.matches("[type=radio]") ? first.closest("fieldset")?.querySelector<HTMLElement>(":checked") : null;
  (chosen ?? first)?.focus();
}
