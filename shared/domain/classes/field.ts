/**
 * In which field of administration does the dispute lie (行政管理领域)? A closed list. The first 44, their order and so their
 * codes are those of a system in use for reconsideration and litigation; the columns of the national return itself could
 * not be established, and which of its columns a field goes to is a deployment's to say (its mapping). What has become a
 * field of its own since then follows behind.
 */

export const FIELDS = [
  "public-security",
  "state-security",
  "labour",
  "justice",
  "civil-affairs",
  "land",
  "minerals",
  "environment",
  "agriculture",
  "water",
  "forestry",
  "planning",
  "demolition",
  "property-registration",
  "commerce-regulation",
  "quality",
  "trade",
  "prices",
  "energy",
  "transport",
  "information-industry",
  "post",
  "tobacco",
  "taxation",
  "central-bank",
  "securities",
  "insurance",
  "banking",
  "foreign-exchange",
  "finance",
  "statistics",
  "audit",
  "customs",
  "commodity-inspection",
  "food-and-drugs",
  "health",
  "family-planning",
  "education",
  "culture",
  "patents",
  "trade-marks",
  "copyright",
  "tourism",
  "other",
  // Fields of today that the list of 44 puts under its last.
  "housing",
  "urban-management",
  "emergency",
  "fire",
  "medical-insurance",
  "veterans",
  "approvals",
  "development",
  "sports",
  "civil-defence",
  "ethnic-and-religious",
  "township",
] as const;

export type Field = (typeof FIELDS)[number];

/** As many as the list had that the codes come from. */
const OF_THE_LIST = 44;

/** Two digits: its place in the list. */
export function fieldCode(field: Field): string {
  return String(FIELDS.indexOf(field) + 1).padStart(2, "0");
}

/** The field under which a list of 44 counts it: newer ones are among its others. */
export function listedField(field: Field): Field {
  return FIELDS.indexOf(field) < OF_THE_LIST ? field : "other";
}
