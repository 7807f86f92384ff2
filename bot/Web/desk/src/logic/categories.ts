/** The categories of the playbooks that come with the product. A playbook of one's own keeps the category it has. */
const categories: Readonly<Record<string, readonly string[]>> = {
  catering: ["dish-quality", "money", "foreign-object", "cleanliness-service", "facility-safety", "seat-waiting", "food-poisoning"],
  retail: ["staff-attitude", "process", "injury-in-store", "injury-by-goods", "information", "goods-quality"],
  logistics: ["late", "damaged", "wrong-or-missing", "goods-quality", "driver-conduct", "account-manager", "order-mismatch"],
  property: ["equipment", "service", "fees", "sudden-event"],
  vehicle: ["defect", "sales", "price", "delivery", "repair-quality", "repeat-fault", "repair-delay", "workshop-conduct", "parts-waiting", "parts-wrong", "invoice", "attitude"],
  telecom: ["coverage", "speed", "calls", "billing", "contract", "outage", "service"],
  bank: ["waiting", "refusal", "fees", "staff", "card-swallowed", "disputed-transaction", "digital", "privacy"],
  product: ["defect", "usage", "service-conduct", "professional-conduct"],
  tobacco: ["delivery", "ordering", "goods", "supervision-conduct"],
  "real-estate": ["area", "defects", "handover", "documents", "air-quality", "group-action"],
  procurement: ["procedure", "documents", "evaluation", "qualification", "illegal-conduct"],
  general: ["quality", "service", "delivery", "money", "safety", "information", "privacy", "other"],
};

export const playbooks = Object.keys(categories);

/** What a chat may be placed under, with the category it has. */
export function categoriesOf(playbook: string, current: string | null): string[] {
  const known = categories[playbook] ?? [];
  return current && !known.includes(current) ? [current, ...known] : [...known];
}
