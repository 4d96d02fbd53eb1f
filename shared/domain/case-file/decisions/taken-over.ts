/**
 * What a case takes over from another that was misfiled (误登), beside parties, papers and sittings: what was handed in, designated,
 * agreed and judged there. It gets each as far as it has no word of its own.
 */
import type { CaseEvent } from "../events.ts";
import { type CaseFile, hearingOf, hearings } from "../state.ts";

/** The case as it is by now, the one it takes from, and what a respondent of that one is called in it; undefined: it isn't sued here. */
export interface TakingOver {
  readonly file: CaseFile;
  readonly from: CaseFile;
  readonly nameOf: (name: string) => string | undefined;
}

/** One for each matter, in the order in which it would have come. */
const TAKEN: readonly ((taking: TakingOver) => readonly CaseEvent[])[] = [
  defence,
  designations,
  reconciliation,
  ({ file, from }) =>
    from.courtStaff === undefined || file.courtStaff !== undefined
      ? []
      : [{ type: "court-staff-noted", staff: from.courtStaff }],
  ({ file, from, nameOf }) =>
    lacking(file.arrangements, from.arrangements, ({ document }) => document).flatMap((arrangement) => {
      const respondents = arrangement.respondents.flatMap((name) => nameOf(name) ?? []);
      return respondents.length === 0
        ? []
        : [{ type: "appearance-arranged", arrangement: { ...arrangement, respondents } }];
    }),
  ({ file, from, nameOf }) =>
    lacking(file.courtNotes, from.courtNotes, ({ sha256 }) => sha256).flatMap((note) => {
      const respondents = note.respondents.flatMap((name) => nameOf(name) ?? []);
      // One that names nobody is for all; one for others isn't.
      return respondents.length === 0 && note.respondents.length > 0
        ? []
        : [{ type: "court-note-received", note: { ...note, respondents } }];
    }),
  ({ file, from }) =>
    from.appealedOn === undefined || file.appealedOn !== undefined
      ? []
      : [{ type: "appeal-filed", on: from.appealedOn }],
  ({ file, from }) =>
    from.appeals
      .filter((appeal) => !file.appeals.includes(appeal))
      .map((appeal) => ({ type: "appeal-linked", appeal })),
  meetings,
  principals,
  losses,
  withdrawals,
  standstill,
  judgment,
];

/** All of it. */
export function takenOver(taking: TakingOver): readonly CaseEvent[] {
  return TAKEN.flatMap((taken) => taken(taking));
}

function defence({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const { handed = [], drafts = [], extensions = [] } = from.defence ?? {};
  const known = file.defence ?? { handed: [], drafts: [], extensions: [] };
  const own = <One extends Said>(of: readonly One[], all: readonly One[]) =>
    lacking(of, renamed(all, nameOf), saidAt);
  return [
    ...own(known.handed, handed).map((one) => ({ type: "defence-handed", handed: one }) as const),
    ...own(known.drafts, drafts).map((one) => ({ type: "defence-drafted", draft: one }) as const),
    ...own(known.extensions, extensions).map((one) => ({ type: "extension-asked", extension: one }) as const),
  ];
}

/** 案件办理单、出庭指派, where nobody is designated here. */
function designations({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const key = ({ respondent, stage }: { readonly respondent: string; readonly stage: string }) =>
    `${respondent}\n${stage}`;
  return [
    ...lacking(file.handlingForms, renamed(from.handlingForms, nameOf), key).map(
      (form) => ({ type: "handling-form-submitted", form }) as const,
    ),
    ...lacking(file.designations, renamed(from.designations, nameOf), key).map(
      (designation) => ({ type: "designation-made", designation }) as const,
    ),
  ];
}

/** 核对: what was settled, and what was answered where nothing is settled yet. */
function reconciliation({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const key = ({ respondent, sitting }: { readonly respondent: string; readonly sitting: string }) =>
    `${respondent}\n${sitting}`;
  const settled = lacking(file.settlements, renamed(from.settlements, nameOf), key);
  const answered = lacking([...file.settlements, ...file.answers], renamed(from.answers, nameOf), key);
  return [
    ...answered.map((answer) => ({ type: "difference-answered", answer }) as const),
    ...settled.map((settlement) => ({ type: "difference-settled", settlement }) as const),
  ];
}

/** The way into a sitting over the net, under the number that the sitting has here. */
function meetings({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  return (from.meetings ?? []).flatMap((access): readonly CaseEvent[] => {
    const date = hearingOf(from, access.hearing)?.date;
    const here = date === undefined ? undefined : hearings(file).findLast((one) => one.date === date);
    const respondents = access.respondents.flatMap((name) => nameOf(name) ?? []);
    const isKnown = file.meetings?.some(({ document }) => document === access.document) === true;
    return here === undefined || respondents.length === 0 || isKnown
      ? []
      : [{ type: "meeting-access-received", access: { ...access, hearing: here.ordinal, respondents } }];
  });
}

/** 应由正职出庭: what a person chose, and answered to an absence; who owes its principal by rule follows anew. */
function principals({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const { choice, answers = [] } = from.principals ?? {};
  const key = (one: { readonly respondent: string; readonly reportedAt: string }) =>
    `${one.respondent}\n${one.reportedAt}`;
  const names = choice?.principals.flatMap((name) => nameOf(name) ?? []) ?? [];
  return [
    ...(choice === undefined || file.principals?.choice !== undefined
      ? []
      : [{ type: "call-classes-chosen", choice: { ...choice, principals: names } } as const]),
    ...lacking(file.principals?.answers ?? [], renamed(answers, nameOf), key).map(
      (answer) => ({ type: "principal-absence-answered", answer }) as const,
    ),
  ];
}

/** 败诉案件报告. */
function losses({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  return lacking(file.losses ?? [], renamed(from.losses ?? [], nameOf), ({ respondent }) => respondent).map(
    (report) => ({ type: "loss-reported", report }),
  );
}

/** 撤回对部分被告的起诉. */
function withdrawals({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  return from.respondents.flatMap(({ name, withdrawnOn: on }): readonly CaseEvent[] => {
    const respondent = nameOf(name);
    const isSued = file.respondents.some((one) => one.name === respondent && one.withdrawnOn === undefined);
    return on === undefined || respondent === undefined || !isSued
      ? []
      : [{ type: "action-withdrawn", respondent, on }];
  });
}

/** 中止, 移送: a case that a hearing is set in goes on. */
function standstill({ file, from }: TakingOver): readonly CaseEvent[] {
  const goesOn = file.state === "awaiting-hearing" || file.state === "closed" || file.halted !== undefined;
  return from.halted === undefined || goesOn ? [] : [{ type: "case-halted", halt: from.halted }];
}

/** From the judgment to its performance; of a case that has one of its own nothing is mixed into that. */
function judgment({ file, from, nameOf }: TakingOver): readonly CaseEvent[] {
  const { judgment: matter } = from;
  const isKnown = file.judgment?.given !== undefined || (file.judgment && matter?.given === undefined);
  if (matter === undefined || isKnown) return [];
  const called = (name: string) => nameOf(name) ?? name;
  const act = <One extends { readonly respondents: readonly string[] }>(one: One): One => ({
    ...one,
    respondents: one.respondents.map(called),
  });
  const { given, effect, orders } = matter;
  return [
    ...(given === undefined
      ? []
      : [
          {
            type: "judgment-given",
            judgment: {
              ...given,
              ordered: given.ordered.map(act),
              ...(given.heldAgainst !== undefined && { heldAgainst: given.heldAgainst.map(called) }),
            },
          } as const,
        ]),
    ...matter.services.map(
      (one) => ({ type: "judgment-served", service: { ...one, party: called(one.party) } }) as const,
    ),
    ...(matter.appellants.length === 0
      ? []
      : [{ type: "judgment-appealed", by: matter.appellants.map(called) } as const]),
    ...renamed(matter.choices, nameOf).map((choice) => ({ type: "appeal-chosen", choice }) as const),
    ...matter.higher.map((ruling) => ({ type: "higher-ruled", ruling }) as const),
    ...(effect === undefined ? [] : [{ type: "judgment-effective", effect } as const]),
    ...(orders === undefined
      ? []
      : [{ type: "orders-confirmed", orders: { ...orders, acts: orders.acts.map(act) } } as const]),
    ...renamed(matter.performances, nameOf).map(
      (performance) => ({ type: "order-performed", performance }) as const,
    ),
    ...matter.enforcements.map(
      (enforcement) => ({ type: "enforcement-begun", enforcement: act(enforcement) }) as const,
    ),
    ...matter.stays.map((stay) => ({ type: "enforcement-stayed", stay }) as const),
  ];
}

interface Said {
  readonly respondent: string;
  readonly at: string;
}

function saidAt({ respondent, at }: Said): string {
  return `${respondent}\n${at}`;
}

/** Those of respondents that are sued here, under their names here. */
export function renamed<One extends { readonly respondent: string }>(
  all: readonly One[],
  nameOf: TakingOver["nameOf"],
): readonly One[] {
  return all.flatMap((one) => {
    const respondent = nameOf(one.respondent);
    return respondent === undefined ? [] : [{ ...one, respondent }];
  });
}

/** Those whose like isn't known. */
function lacking<Key, One extends Key>(
  known: readonly Key[],
  all: readonly One[],
  keyOf: (one: Key) => string,
): readonly One[] {
  const keys = new Set(known.map(keyOf));
  return all.filter((one) => !keys.has(keyOf(one)));
}
