/**
 * What is asked and told about a judgment, besides its duties (duty-ladder.ts): the days that nobody knows, a decision to be approved, what
 * the judgment orders to be confirmed, and that it is enforced.
 */
import { approverOf } from "../case-file/duties/judgment-duties.ts";
import {
  actsBinding,
  debtorsOf,
  judgedCase,
  mayBindAgency,
  proposedActs,
  serviceOf,
  standingOf,
} from "../case-file/judgment.ts";
import { mayHaveLost } from "../case-file/losses.ts";
import { type CaseFile, type Respondent, spokesman } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import { appealPeriod } from "../judgment/effect.ts";
import { type AppealChoice, choiceOf } from "../judgment/judgment-matter.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, type Instant, instantAt } from "../time/time.ts";
import { type NoticeOwed, type Obligation, once, summaryOf } from "./obligation.ts";

/** A day on which every period that runs today is over: what will hold then if nothing happens. */
const IN_THE_END = "9999-12-31" as CivilDate;
/** The court is asked for days that nobody knows so long after the paper, or after the agency's own period. */
const ASK_COURT_AFTER = 5;
/** The bureau confirms what the agency hasn't, so many days after it was asked. */
const BUREAU_CONFIRMS_AFTER = 5;

/** What is announced to and about one respondent. */
export function judgmentLadder(file: CaseFile, respondent: Respondent, rules: Rules): readonly Obligation[] {
  if (file.judgment === undefined) return [];
  return [
    ...serviceAsked(file, respondent, rules),
    ...effectAsked(file, respondent, rules),
    ...approval(file, respondent, rules),
    ...inEffect(file, respondent, rules),
    ...ordersToConfirm(file, respondent, rules),
    ...enforced(file, respondent),
  ];
}

interface Paper {
  readonly document: string;
  readonly receivedAt: Instant;
}

/** The judgment's paper while it is news: one of before the system began, or that came long after its day, is chased for nowhere. */
function freshPaper(file: CaseFile, { policy }: Rules): Paper | undefined {
  const given = file.judgment?.given;
  const paper = file.documents.find(({ sha256 }) => sha256 === given?.document);
  if (given === undefined || paper === undefined) return undefined;
  const issued = given.issuedOn ?? civilDateAt(paper.receivedAt);
  if (policy.startsOn !== undefined && issued < policy.startsOn) return undefined;
  if (addDays(issued, policy.duties.historyAfterDays) < civilDateAt(paper.receivedAt)) return undefined;
  return { document: given.document.slice(0, 16), receivedAt: paper.receivedAt };
}

function serviceAsked(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const judged = judgedCase(file);
  const paper = freshPaper(file, rules);
  if (judged === undefined || paper === undefined || judged.instance !== "first") return [];
  if (!mayHaveLost(file).some((one) => one.name === name) || serviceOf(file, name) !== undefined) return [];
  if (standingOf(file, IN_THE_END, rules.calendar)?.state !== "service-unknown") return [];
  const content: NoticeContent = {
    kind: "judgment-service-asked",
    case: summaryOf(file),
    respondent: name,
    form: judged.given.form,
    receivedAt: paper.receivedAt,
  };
  const audience = { part: "respondent", name, role: "legal-section" } as const;
  const key = `judgment-service:${paper.document}:${name}`;
  // The period runs: it doesn't wait for the mail of the day.
  return [once(key, undefined, [{ audience, content }])];
}

/** Of what may have to be performed the court is asked once, when whoever is known to be served has no more time to appeal. */
function effectAsked(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const judged = judgedCase(file);
  const paper = freshPaper(file, rules);
  if (judged === undefined || paper === undefined || !mayBindAgency(file)) return [];
  if (proposedActs(file).length === 0 || spokesman(file) !== name) return [];
  const standing = standingOf(file, IN_THE_END, rules.calendar);
  if (standing?.state !== "service-unknown") return [];
  const served = judged.matter.services
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const from = served ?? judged.given.issuedOn ?? civilDateAt(paper.receivedAt);
  const period = appealPeriod(judged, from, rules.calendar);
  const on = workingDayFrom(addDays(period?.due ?? from, ASK_COURT_AFTER), 1, rules.calendar);
  const content: NoticeContent = {
    kind: "judgment-effect-asked",
    case: summaryOf(file),
    respondent: name,
    form: judged.given.form,
    missing: standing.parties,
  };
  const key = `judgment-effect:${paper.document}`;
  const asked = once(key, undefined, [{ audience: { part: "court" }, content }]);
  return [{ ...asked, at: openingOn(on, rules.policy) }];
}

function approval(file: CaseFile, respondent: Respondent, rules: Rules): readonly Obligation[] {
  const { name } = respondent;
  const judged = judgedCase(file);
  const choice = judged && choiceOf(judged.matter, name);
  const approver = approverOf(respondent, rules);
  if (judged === undefined || choice === undefined || approver === "own-leader") return [];
  const service = serviceOf(file, name);
  const until = service && appealPeriod(judged, service.on, rules.calendar)?.due;
  const limit = until && instantAt(addDays(until, 1));
  const about = { case: summaryOf(file), respondent: name, ...defined({ until }) };
  return choice.approval === undefined
    ? [submitted(choice, about, limit, approver)]
    : [answered(choice, about, limit)];
}

type About = Pick<NoticeContent<"appeal-choice-submitted">, "case" | "respondent" | "until">;

function submitted(
  { choice, reason, leader, by, revision, respondent: name }: AppealChoice,
  about: About,
  limit: Instant | undefined,
  approver: "government" | "bureau",
): Obligation {
  const content: NoticeContent = { kind: "appeal-choice-submitted", ...about, choice, reason, leader, by };
  return once(`appeal-approval:${revision}:${name}`, limit, [
    { audience: { part: approver, name }, content },
  ]);
}

function answered(
  { choice, approval, revision, respondent: name }: AppealChoice,
  about: About,
  limit: Instant | undefined,
): Obligation {
  const { approved = false, text = "", by = "" } = approval ?? {};
  const content: NoticeContent = { kind: "appeal-choice-answered", ...about, choice, approved, text, by };
  const audience = { part: "respondent", name, role: "legal-section" } as const;
  return once(`appeal-answered:${revision}:${name}`, limit, [{ audience, content }]);
}

/** Its bureau reads in its digest that a judgment against an agency holds from that day on. */
function inEffect(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const standing = standingOf(file, IN_THE_END, rules.calendar);
  const paper = freshPaper(file, rules);
  if (paper === undefined || standing?.state !== "effective" || !mayBindAgency(file)) return [];
  const { on } = standing;
  const key = `effective:${paper.document}:${on}:${name}`;
  const news = { type: "judgment-effective", respondent: name, on } as const;
  return [
    {
      ...once(key, undefined, []),
      at: openingOn(workingDayFrom(on, 1, rules.calendar), rules.policy),
      lines: () => [{ respondent: name, news }],
    },
  ];
}

/** Once the judgment holds, what it seems to order is put to each agency that must do it, and to the bureau where they say nothing. */
function ordersToConfirm(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const standing = standingOf(file, IN_THE_END, rules.calendar);
  const paper = freshPaper(file, rules);
  const ordered = file.judgment?.given?.ordered ?? [];
  const own = actsBinding(file, ordered, name);
  if (paper === undefined || standing?.state !== "effective" || file.judgment?.orders !== undefined)
    return [];
  if (ordered.length === 0 || !mayBindAgency(file)) return [];
  const effectiveOn = standing.on;
  const to = (reader: "agency" | "bureau"): NoticeOwed => ({
    audience:
      reader === "agency" ? { part: "respondent", name, role: "legal-section" } : { part: "bureau", name },
    content: {
      kind: "orders-to-confirm",
      case: summaryOf(file),
      respondent: name,
      effectiveOn,
      acts: reader === "agency" ? own : ordered,
      reader,
    },
  });
  const on = (days: number) =>
    openingOn(workingDayFrom(addDays(effectiveOn, days), 1, rules.calendar), rules.policy);
  const key = `orders:${paper.document}`;
  return [
    ...(own.length > 0 ? [{ ...once(`${key}:${name}`, undefined, [to("agency")]), at: on(0) }] : []),
    ...(spokesman(file) === name
      ? [{ ...once(`${key}:bureau:${name}`, undefined, [to("bureau")]), at: on(BUREAU_CONFIRMS_AFTER) }]
      : []),
  ];
}

/** 执行通知书: nobody waits for a digest with it. Where nobody can tell which of several it is against, a person of the bureau looks. */
function enforced(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  return (file.judgment?.enforcements ?? []).flatMap((enforcement): readonly Obligation[] => {
    const { document, number, due, at } = enforcement;
    const { names, unclear } = debtorsOf(file, enforcement);
    if (unclear ? spokesman(file) !== name : !names.includes(name)) return [];
    const content = (reader: "agency" | "head" | "bureau"): NoticeContent => ({
      kind: "enforcement-begun",
      case: summaryOf(file),
      respondent: name,
      number,
      receivedAt: at,
      acts: unclear ? proposedActs(file) : actsBinding(file, proposedActs(file), name),
      reader,
      ...defined({ due, among: unclear ? names : undefined }),
    });
    const bureau: NoticeOwed = { audience: { part: "bureau", name }, content: content("bureau") };
    const own = (["legal-section", "head"] as const).map((role) => ({
      audience: { part: "respondent", name, role } as const,
      content: content(role === "head" ? "head" : "agency"),
    }));
    const key = `enforcement:${document.slice(0, 16)}:${name}`;
    return [once(key, undefined, unclear ? [bureau] : [...own, bureau])];
  });
}
