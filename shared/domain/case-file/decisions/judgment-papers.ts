/** What do the court's papers say of a judgment: that it was given, served, appealed against, ruled upon above, enforced? */
import { instanceOf } from "../../court/case-number.ts";
import { defined } from "../../defined.ts";
import type { Rules } from "../../rules.ts";
import { lastDayOf } from "../../time/deadline.ts";
import { civilDateAt } from "../../time/time.ts";
import type { FileDocument, NoteHigherRuling } from "../commands.ts";
import { accepted, type Decision } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { partiesOf } from "../judgment.ts";
import { knownName } from "../parties.ts";
import type { CaseFile } from "../state.ts";

/** The paper that ended the case, once it has; a later one of the same case doesn't take its place unless a person reviewed it. */
export function judgmentEvents(
  file: CaseFile,
  { ruling, sha256: document, issuedOn, parties }: FileDocument,
): readonly CaseEvent[] {
  const isRetrial = ruling?.onLower === "retrial-ordered";
  if (ruling === undefined || (file.state !== "closed" && !isRetrial)) return [];
  const known = file.judgment?.given;
  if (known !== undefined && known.document !== document) return [];
  const ordered = ruling.ordered.map((act) => ({
    ...act,
    respondents: act.respondents.map((name) => knownName(file, name, parties.respondents)),
  }));
  const heldAgainst = ruling.heldAgainst?.map((name) => knownName(file, name, parties.respondents));
  const judgment = { document, ...ruling, ordered, ...defined({ issuedOn, heldAgainst }) };
  return [{ type: "judgment-given", judgment }];
}

/** What it says of the case's classes. */
export function classEvents({ sha256: document, classes = {} }: FileDocument): readonly CaseEvent[] {
  return Object.keys(classes).length === 0 ? [] : [{ type: "classes-read", document, said: classes }];
}

/** 送达回证: a recipient who is no party of the case is none of this judgment's. */
export function serviceEvents(
  file: CaseFile,
  { service, sha256: document, at, parties }: FileDocument,
): readonly CaseEvent[] {
  if (service === undefined) return [];
  const known = new Set(partiesOf(file));
  return service.recipients.flatMap(({ name, on }): CaseEvent[] => {
    const party = known.has(name) ? name : knownName(file, name, parties.respondents);
    if (!known.has(party)) return [];
    return [
      {
        type: "judgment-served",
        service: { party, form: service.form, on, source: "receipt", at, document },
      },
    ];
  });
}

/** 上诉状: whoever it names; an appeal of somebody it doesn't name is one all the same. */
export function appealEvents(
  file: CaseFile,
  { appellants = [], parties }: FileDocument,
): readonly CaseEvent[] {
  if (instanceOf(file.caseNumber) !== "first") return [];
  const by = appellants.map((name) => knownName(file, name, parties.respondents));
  return by.length === 0 ? [] : [{ type: "judgment-appealed", by }];
}

/** 执行通知书: its days run from when it came, since nobody says when it was served. */
export function enforcementEvents(
  file: CaseFile,
  { enforcement, sha256: document, at, issuedOn, parties }: FileDocument,
  { calendar }: Rules,
): readonly CaseEvent[] {
  if (enforcement === undefined) return [];
  const { number, debtors, withinDays, until } = enforcement;
  const named = debtors.map((name) => knownName(file, name, parties.respondents));
  const respondents = file.respondents.map(({ name }) => name).filter((name) => named.includes(name));
  const due =
    until ?? (withinDays === undefined ? undefined : lastDayOf(civilDateAt(at), withinDays, calendar));
  return [
    {
      type: "enforcement-begun",
      enforcement: { document, number, respondents, at, ...defined({ issuedOn, due }) },
    },
  ];
}

/** What the second instance or a retrial says; said again, it changes nothing. */
export function noteHigherRuling(file: CaseFile, { ruling }: NoteHigherRuling): Decision<never> {
  const known = file.judgment?.higher.find(({ number }) => number === ruling.number);
  const isKnown =
    known !== undefined &&
    known.result === ruling.result &&
    known.effectiveOn === ruling.effectiveOn &&
    known.stays === ruling.stays;
  return isKnown ? accepted() : accepted({ type: "higher-ruled", ruling });
}
