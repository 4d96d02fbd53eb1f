/** Taking back what was done in a case: a report, a filing, an answer, a form, what the bureau registered. */
import { html } from "hono/html";
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { involvedIn } from "../../../shared/casework/involved.ts";
import { actAsDone, type PastAct, restingOn } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { ActKind, CaseFile } from "../../../shared/domain/case-file/state.ts";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { eventWords } from "../../../shared/letters/wording/history-wording.ts";
import { actName } from "../../../shared/letters/wording/taken-back-wording.ts";
import { isBureausCase } from "../frame/case-bureaus.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { Undo, UndoLink } from "./undo.ts";

/** The act behind a link, for whoever did it or the bureau. */
export async function caseUndo(ports: DeskPorts, link: UndoLink): Promise<Undo | DeskRefusal> {
  const caseNumber = parseCaseNumber(link.of);
  const file = caseNumber && (await ports.records.caseFile(caseNumber));
  if (caseNumber === undefined || file === undefined) return { type: "case-gone" };
  const history = await ports.records.history(caseNumber);
  const act = actAsDone(history, link.cause);
  // A review is taken back as a whole, with its document.
  if (act === undefined || act.kind === "review") return { type: "taken-back-already" };
  const involved = await involvedIn(file, ports.directory);
  const office = (await isOfBureausHand(ports, link.recipient, act, involved))
    ? "own"
    : (officeOfClasses(link.recipient, act) ?? officeOf(link.recipient, act, involved));
  if (office === undefined) return { type: "not-theirs" };
  return {
    office,
    shown: shownOf(file, act, history),
    resting: restingOn(act, history),
    async take(taking) {
      const cases = casesAtWork(ports, {
        now: taking.at,
        cause: `link:${link.nonce}`,
        rules: ports.rules,
      });
      for (const touched of [caseNumber, ...otherCases(act)]) {
        const decision = await cases.takeBack(touched, taking);
        if (!decision.accepted) return decision.refusal;
      }
      return cases.changes();
    },
    again: async () => html`<p>需要重新办理的，请打开原邮件中的链接，申请新的链接。</p>`,
  };
}

/** An act by hand may have changed a second case, by the same cause. */
function otherCases({ events }: PastAct): readonly CaseNumber[] {
  return events.flatMap((event) => (event.type === "done-by-hand" ? (event.other ?? []) : []));
}

/** What was registered by hand is any bureau's to take back whose case it is. */
async function isOfBureausHand(
  { directory }: DeskPorts,
  recipient: OrganisationId,
  { kind, events }: PastAct,
  involved: Involved,
): Promise<boolean> {
  const isByHand =
    kind === "receipt" ||
    events.some(
      (event) =>
        event.type === "done-by-hand" ||
        (event.type === "classes-corrected" && event.correction.office === "bureau"),
    );
  return isByHand && isBureausCase(await directory.organisation(recipient), involved);
}

/** What agencies do; their bureau may take it back as well. */
const OF_AGENCIES: ReadonlySet<ActKind> = new Set([
  "report",
  "filing",
  "obstacle",
  "difference",
  "objection",
  "loss-report",
  "classes",
  "appeal-choice",
  "performance",
]);

const OF_GOVERNMENTS: ReadonlySet<ActKind> = new Set(["opinion", "approval", "appeal-approval"]);

/** What an agency said of the case's classes is its own to take back; and its bureau's, as what agencies do. */
function officeOfClasses(recipient: OrganisationId, { events }: PastAct): "own" | undefined {
  const isOwn = events.some(
    (event) => event.type === "classes-corrected" && event.correction.organisation === recipient,
  );
  return isOwn ? "own" : undefined;
}

function officeOf(
  recipient: OrganisationId,
  { kind, respondent = "" }: PastAct,
  { respondents, bureau, court }: Involved,
): "own" | "bureau" | undefined {
  // What a court said is its own to take back.
  if (kind === "obstacle-answer") return court?.id === recipient ? "own" : undefined;
  if (kind === "judgment-note" || kind === "orders") {
    const theirs = [
      court?.id,
      bureau?.id,
      ...[...respondents.values()].flatMap((one) => [one.bureau?.id, one.organisation.id]),
    ];
    return theirs.includes(recipient) ? "own" : undefined;
  }
  const around = respondents.get(respondent);
  const overseeing = (around?.bureau ?? bureau)?.id;
  const isAgencys = OF_AGENCIES.has(kind);
  if (recipient === overseeing) return isAgencys || OF_GOVERNMENTS.has(kind) ? "bureau" : "own";
  const own = [
    ...(isAgencys ? [around?.organisation.id, around?.sued.id] : []),
    ...(kind === "difference" ? [court?.id] : []),
    ...(OF_GOVERNMENTS.has(kind) ? [around?.sued.id] : []),
  ];
  return own.includes(recipient) ? "own" : undefined;
}

function shownOf({ caseNumber }: CaseFile, act: PastAct, history: readonly RecordedEvent[]): Markup {
  const { kind, respondent, by, at, cause, events } = act;
  const taken = history.flatMap(({ event }) =>
    event.type === "taken-back" && event.taking.cause === cause ? [event.taking] : [],
  )[0];
  return html`<h2>办理事项</h2>${factList(
    fact("案号", caseNumber),
    fact("事项", actName(kind)),
    fact("单位", respondent),
    fact(
      "内容",
      events.flatMap((event) => (event.type === "notice-issued" ? [] : [eventWords(event)])).join("\n"),
    ),
    fact("办理", [by, printedMoment(at)].filter((part) => part !== undefined).join("，")),
    taken && fact("撤回", `${taken.by}，${printedMoment(taken.at)}`, [taken.reason]),
  )}`;
}
