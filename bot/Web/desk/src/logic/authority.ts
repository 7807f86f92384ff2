/** How an amount stands to what a person may grant alone. Without an amount only the ladder knows. */
export function standing(amount: number | null, currency: string | null, limits: Readonly<Record<string, number>>): "yes" | "approval" | null {
  if (amount === null || currency === null) return null;
  const limit = limits[currency];
  if (limit === undefined) return null;
  return amount <= limit ? "yes" : "approval";
}

/** A sum as people read it. */
export function money(amount: number | null, currency: string | null, locale: string): string {
  if (amount === null) return "";
  if (!currency) return amount.toLocaleString(locale);
  return amount.toLocaleString(locale, { style: "currency", currency, minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 });
}
