/**
 * What was read in a document, kept until a person looks at it: is it still what the program takes it for? It was
 * written as JSON, perhaps by a former version of the reader, so it is asked before anything is done with it.
 */

import * as z from "zod/mini";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import { type Agree, agreed } from "../../../shared/domain/agreement.ts";
import { PLAINTIFF_KINDS, PROCEDURES, REVIEWS } from "../../../shared/domain/classes/classes.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { HEARING_MODES } from "../../../shared/domain/court/hearing-mode.ts";
import { INTERIM_RESULTS, OUTCOMES } from "../../../shared/domain/court/outcome.ts";
import { RULINGS } from "../../../shared/domain/court/ruling.ts";
import { SUGGESTION_SORTS } from "../../../shared/domain/suggestion/suggestion-paper.ts";
import { parseCivilDate, parseClockTime } from "../../../shared/domain/time/time.ts";

/** A reading as far as it is reviewed: what is said of cases. Tables (ledgers, figures, contacts) go back to whoever sent them. */
export type CaseReading = Omit<ReadDocument, "ledger" | "figures" | "directory">;

/** Text of one form, as the domain's own type for it. */
function parsedText<T extends string>(parse: (text: string) => T | undefined) {
  return z.pipe(
    z.string(),
    z.transform((text, context): T => {
      const parsed = parse(text);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: "custom", input: text });
      return z.NEVER;
    }),
  );
}

function fact<Value extends z.ZodMiniType>(value: Value) {
  return z.object({ value, confidence: z.number(), rule: z.string(), text: z.string() });
}

/** A fact the document may not give. */
function given<Value extends z.ZodMiniType>(value: Value) {
  return z.exactOptional(fact(value));
}

const text = z.string();
const yes = z.literal(true);
const date = parsedText(parseCivilDate);
const number = parsedText(parseCaseNumber);
const moment = z.object({ date, time: z.exactOptional(parsedText(parseClockTime)) });

const attendance = z.object({
  organ: fact(text),
  headAttended: given(z.union([z.boolean(), z.literal("review")])),
  headName: given(text),
  headTitle: given(text),
  absenceReason: given(text),
  dropped: given(yes),
  leftEarly: given(yes),
  refusedToExplain: given(yes),
  identityPapers: given(z.enum(["in-order", "defective"])),
  reasonWeighed: given(z.enum(["accepted", "refused", "none"])),
  notifiedAgain: given(yes),
  spoke: given(yes),
  staffAppeared: given(z.boolean()),
  lawyerOnly: given(yes),
  nobodyCame: given(yes),
});

const member = z.exactOptional(z.object({ name: text, phone: z.exactOptional(text) }));

const orderedAct = z.object({
  item: z.number(),
  act: z.enum(["redo", "pay", "disclose", "remedy", "perform"]),
  words: text,
  respondents: z.array(text),
  term: z.exactOptional(
    z.discriminatedUnion("type", [
      z.object({
        type: z.literal("period"),
        count: z.number(),
        unit: z.enum(["days", "working-days", "months"]),
        from: z.enum(["effect", "service"]),
      }),
      z.object({ type: z.literal("day"), day: date }),
    ]),
  ),
  yuan: z.exactOptional(z.number()),
});

const caseReading = z.object({
  kind: fact(
    z.enum([
      "summons",
      "appearance-notice",
      "appeal",
      "hearing-record",
      "judgment",
      "case-ledger",
      "directory",
      "other",
    ]),
  ),
  title: z.exactOptional(text),
  agencyPaper: z.exactOptional(z.enum(["filing", "explanation", "defence", "evidence-list"])),
  courtPaper: z.exactOptional(
    z.enum(["response-notice", "complaint", "judicial-suggestion", "service-receipt", "enforcement-notice"]),
  ),
  courtStaff: given(z.object({ judge: member, clerk: member, phone: z.exactOptional(text) })),
  suggestion: z.exactOptional(
    z.object({
      number: given(text),
      addressees: z.array(fact(text)),
      sort: fact(z.enum(SUGGESTION_SORTS)),
      advice: z.array(fact(text)),
      reply: given(
        z.union([
          z.object({ days: z.number() }),
          z.object({ workingDays: z.number() }),
          z.object({ months: z.number() }),
          z.object({ by: date }),
        ]),
      ),
    }),
  ),
  courtNote: given(text),
  administrative: fact(z.boolean()),
  caseNumbers: z.array(fact(number)),
  foreignNumber: given(text),
  originCaseNumber: given(number),
  court: given(text),
  cause: given(text),
  plaintiffs: z.array(fact(text)),
  respondents: z.array(fact(text)),
  thirdParties: z.array(fact(text)),
  hearing: z.exactOptional(
    z.object({
      start: fact(moment),
      end: given(moment),
      place: given(text),
      mode: given(z.enum(HEARING_MODES)),
      meeting: given(text),
      password: given(text),
    }),
  ),
  attendance: z.array(attendance),
  plan: z.exactOptional(z.object({ organ: given(text), persons: z.array(fact(text)), reason: given(text) })),
  postponement: given(
    z.object({
      original: z.exactOptional(moment),
      reason: z.exactOptional(text),
      newDateGiven: z.boolean(),
    }),
  ),
  classes: z.exactOptional(
    z.object({
      actTitle: given(text),
      compensation: given(z.boolean()),
      normReview: given(z.boolean()),
      review: given(z.enum(REVIEWS)),
      reviewNumber: given(text),
      reviewBody: given(text),
      plaintiffKind: given(z.enum(PLAINTIFF_KINDS)),
      acceptedOn: given(date),
      procedure: given(z.enum(PROCEDURES)),
    }),
  ),
  issuedOn: given(date),
  servedOn: given(date),
  summoned: given(text),
  notified: given(z.enum(["head", "head-again"])),
  principalCalled: given(yes),
  whoAppears: given(z.object({ by: z.enum(["agreed", "court"]), respondents: z.array(text) })),
  agencyAsked: given(yes),
  purpose: given(text),
  outcome: given(z.enum([...OUTCOMES, ...INTERIM_RESULTS])),
  ruling: given(z.enum(RULINGS)),
  withdrawnAgainst: z.exactOptional(z.array(fact(text))),
  ordered: z.exactOptional(z.array(fact(orderedAct))),
  heldAgainst: z.exactOptional(z.array(fact(text))),
  rulingForm: given(z.enum(["judgment", "ruling", "mediation"])),
  appealDays: given(z.number()),
  onLower: given(z.enum(["upheld", "changed", "remanded", "appeal-withdrawn", "retrial-ordered"])),
  stays: given(yes),
  appellants: z.exactOptional(z.array(fact(text))),
  service: z.exactOptional(
    z.object({
      papers: z.array(fact(text)),
      recipients: z.array(z.object({ name: fact(text), on: given(date), failed: given(yes) })),
    }),
  ),
  enforcement: z.exactOptional(
    z.object({
      number: fact(text),
      debtors: z.array(fact(text)),
      applicants: z.array(fact(text)),
      basis: z.array(fact(number)),
      withinDays: given(z.number()),
      until: given(date),
    }),
  ),
  withdrawnBeforeHearing: given(yes),
  onPaper: given(yes),
  sitting: given(z.number()),
  unread: z.exactOptional(
    z.array(
      fact(
        z.object({
          kind: z.enum(["enclosed-file", "remark", "drawing", "damaged-part", "beyond-limit"]),
          name: text,
        }),
      ),
    ),
  ),
});

agreed<Agree<CaseReading, z.infer<typeof caseReading>>>();

/** A reading that waits for a person can't be used any more; says where it is wrong, never what it says. */
export class UnusableReading extends Error {
  override readonly name = "UnusableReading";
  constructor(sha256: string, wrong: readonly string[]) {
    super(`the reading of ${sha256.slice(0, 12)} is wrong at ${wrong.slice(0, 5).join(", ")}`);
  }
}

/** The reading in its stored form, or the fault. */
export function storedReading(sha256: string, stored: string): CaseReading | UnusableReading {
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch {
    return new UnusableReading(sha256, ["the whole"]);
  }
  const parsed = z.safeParse(caseReading, json);
  if (parsed.success) return parsed.data;
  return new UnusableReading(
    sha256,
    parsed.error.issues.map(({ path }) => path.map(String).join(".") || "the whole"),
  );
}
