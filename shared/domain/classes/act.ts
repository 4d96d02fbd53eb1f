/**
 * What kind of act is sued over (被诉行为种类)? A closed list after the causes that courts register administrative cases by, and
 * the nine kinds into which a system in use puts them (行政处罚, 行政强制, 行政征收, 行政许可, 行政确权, 干预经营自主权, 信息公开,
 * 行政不作为, 其他). The columns of the national return could not be established: its mapping is a deployment's.
 */

export const LISTED_ACTS = [
  "penalty",
  "coercion",
  "expropriation",
  "permit",
  "title",
  "interference",
  "disclosure",
  "inaction",
  "other",
] as const;

/** One of nine. */
export type ListedAct = (typeof LISTED_ACTS)[number];

/** Each kind, and the one of nine it belongs to, in the order forms and tables list them. */
const KINDS = {
  penalty: "penalty",
  "coercive-measure": "coercion",
  "coercive-execution": "coercion",
  coercion: "coercion",
  expropriation: "expropriation",
  levy: "expropriation",
  fee: "expropriation",
  permit: "permit",
  registration: "title",
  adjudication: "title",
  interference: "interference",
  disclosure: "disclosure",
  inaction: "inaction",
  confirmation: "other",
  payment: "other",
  promise: "other",
  reward: "other",
  reply: "other",
  handling: "other",
  complaint: "other",
  reconsideration: "other",
  agreement: "other",
  indemnity: "other",
  compensation: "other",
  other: "other",
} as const satisfies Readonly<Record<string, ListedAct>>;

export type Act = keyof typeof KINDS;

export const ACTS = Object.keys(KINDS) as readonly Act[];

/** Two digits: its place in the list. */
export function actCode(act: Act): string {
  return String(ACTS.indexOf(act) + 1).padStart(2, "0");
}

export function listedAct(act: Act): ListedAct {
  return KINDS[act];
}
