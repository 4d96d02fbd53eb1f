/** What is passed on between agency and court before a hearing (庭前双向沟通). */

import { isFor, notesFor, type Obstacle, obstaclesOf } from "../case-file/before-hearing.ts";
import { designationOf, hearingAnswered } from "../case-file/designation.ts";
import { type Hearing, startOf } from "../case-file/hearing.ts";
import { contradictoryWords, unsettledAppearance, unsettledKey } from "../case-file/joint-appearance.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf, spokesman, stillSued } from "../case-file/state.ts";
import { hearingSaid } from "../court/hearing-said.ts";
import { identityOf } from "../identity.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays } from "../time/time.ts";
import { onceADay } from "./letter-of-the-day.ts";
import { hearingSentKey, type NoticeOwed, type Obligation, once, summaryOf } from "./obligation.ts";

/** The notices about a respondent: whose head appears where that is contradicted, obstacles to the court and the bureau, the court's papers to the agency. */
export function beforeHearingLadder(
  file: CaseFile,
  respondent: Respondent,
  rules: Rules,
): readonly Obligation[] {
  const { name } = respondent;
  return [
    ...contradictions(file, respondent, rules),
    ...unsettled(file, respondent, rules),
    ...obstacles(file, name),
    ...appearanceNotices(file, name, rules),
    ...courtNotes(file, name, rules),
  ];
}

/** 法释〔2020〕3号 §3: two reports name different heads to appear for all; to this respondent, and to its bureau. */
function contradictions(file: CaseFile, { name, identity }: Respondent, rules: Rules): readonly Obligation[] {
  const words = contradictoryWords(file);
  if (words.length === 0) return [];
  const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
  const shown = words.map(({ saidBy, by, respondents }) => ({ saidBy, by, respondents }));
  const content = (reader: "agency" | "bureau"): NoticeContent => ({
    kind: "appearance-contradicted",
    case: summaryOf(file),
    respondent: name,
    ...(hearing && { hearing }),
    words: shown,
    reader,
  });
  const key = identityOf("contradiction", ...shown.map((one) => JSON.stringify(one)).toSorted());
  const limit = hearing && startOf(hearing);
  const since = words
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const told: NoticeOwed = {
    audience: { part: "respondent", name, role: "legal-section" },
    content: content("agency"),
  };
  // Respondents of one district have one bureau.
  const first = file.respondents.find((one) => one.identity?.jurisdiction === identity?.jurisdiction);
  const seen: NoticeOwed = { audience: { part: "bureau", name }, content: content("bureau") };
  return [
    onceADay(`who-appears:${key}:${name}`, limit, [told], since, rules),
    ...(first?.name === name ? [once(`who-appears:${key}:bureau:${name}`, limit, [seen])] : []),
  ];
}

/** It is open whose head appears some days before the hearing: once, to the court by a letter, and to each bureau in its digest. */
function unsettled(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const open = unsettledAppearance(file);
  // The first of them stands for all: it is one matter of the case.
  if (file.state !== "awaiting-hearing" || open === undefined || spokesman(file) !== name) return [];
  const { policy, calendar } = rules;
  const { hearing } = file;
  const words = open.words.map(({ saidBy, by, respondents }) => ({ saidBy, by, respondents }));
  const content: NoticeContent = {
    kind: "appearance-unsettled",
    case: summaryOf(file),
    respondent: name,
    hearing,
    words,
    silent: open.silent,
  };
  const day = workingDayFrom(addDays(hearing.date, -policy.jointAppearance.tellBefore), -1, calendar);
  const key = unsettledKey(hearing);
  const bureaus = new Map(stillSued(file).map((one) => [one.identity?.jurisdiction ?? "", one.name]));
  return [
    {
      key,
      track: key,
      at: openingOn(day, policy),
      limit: startOf(hearing),
      notices: () => [{ audience: { part: "court" }, content }],
      lines: () =>
        [...bureaus.values()].map((respondent) => ({
          respondent,
          news: {
            type: "appearance-unsettled",
            hearing: hearingSaid(hearing),
            respondents: stillSued(file).map((one) => one.name),
            words,
          },
        })),
    },
  ];
}

function obstacles(file: CaseFile, name: string): readonly Obligation[] {
  return obstaclesOf(file, name).flatMap((obstacle, index) => {
    const hearing = hearingOf(file, obstacle.hearing);
    if (hearing === undefined) return [];
    const { by, ground, explanation, proofs, at: reportedAt } = obstacle;
    const to = (reader: "court" | "bureau"): NoticeOwed => ({
      audience: reader === "court" ? { part: "court" } : { part: "bureau", name },
      content: {
        kind: "obstacle-reported",
        case: summaryOf(file),
        respondent: name,
        hearing,
        by,
        ground,
        explanation,
        ...(proofs !== undefined && { proofs: proofs.map((one) => one.name) }),
        reader,
        reportedAt,
      },
    });
    return [
      once(`obstacle:${index + 1}:${name}`, startOf(hearing), [to("court"), to("bureau")]),
      ...answerTo(file, obstacle, hearing),
    ];
  });
}

/** The court's answer. Where it puts the hearing off, agency and head hear of it by the letter about the hearing. */
function answerTo(
  file: CaseFile,
  { respondent: name, ground, at, answer }: Obstacle,
  hearing: Hearing,
): readonly Obligation[] {
  if (answer === undefined) return [];
  const { verdict, reason, by } = answer;
  const content = (reader: "agency" | "head" | "bureau" | "government"): NoticeContent => ({
    kind: "obstacle-answered",
    case: summaryOf(file),
    respondent: name,
    hearing: hearingAnswered(file, name, hearing),
    verdict,
    reason,
    by,
    ground,
    reader,
  });
  const ofAgency: readonly NoticeOwed[] =
    verdict === "put-off"
      ? []
      : [
          { audience: { part: "respondent", name, role: "legal-section" }, content: content("agency") },
          { audience: { part: "respondent", name, role: "head" }, content: content("head") },
        ];
  const ofGovernment: readonly NoticeOwed[] =
    designationOf(file, name) === undefined
      ? []
      : [{ audience: { part: "government", name }, content: content("government") }];
  return [
    once(`obstacle-answered:${at}:${name}`, startOf(hearing), [
      ...ofAgency,
      { audience: { part: "bureau", name }, content: content("bureau") },
      ...ofGovernment,
    ]),
  ];
}

/** 出庭通知书 that comes once the hearing is known; one that sets the hearing goes with the notice of it. */
function appearanceNotices(file: CaseFile, name: string, rules: Rules): readonly Obligation[] {
  if (file.state !== "awaiting-hearing") return [];
  const { hearing } = file;
  const sentAt = file.sent[hearingSentKey(hearing, name)];
  return file.documents
    .filter(
      ({ kind, receivedAt, addressedTo }) =>
        kind === "appearance-notice" &&
        isFor(addressedTo, name) &&
        sentAt !== undefined &&
        sentAt < receivedAt,
    )
    .map(({ sha256, receivedAt }) => {
      const content: NoticeContent = {
        kind: "appearance-notice",
        case: summaryOf(file),
        respondent: name,
        hearing,
        receivedAt,
      };
      const notices: readonly NoticeOwed[] = [
        { audience: { part: "respondent", name, role: "legal-section" }, content },
        { audience: { part: "respondent", name, role: "head" }, content },
      ];
      const key = `appearance:${sha256.slice(0, 16)}:${name}`;
      return onceADay(key, startOf(hearing), notices, receivedAt, rules);
    });
}

/** 庭前提示. */
function courtNotes(file: CaseFile, name: string, rules: Rules): readonly Obligation[] {
  const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
  return notesFor(file, name).map(({ sha256, text, at }) => {
    const content: NoticeContent = {
      kind: "court-note",
      case: summaryOf(file),
      respondent: name,
      ...(hearing && { hearing }),
      text,
      receivedAt: at,
    };
    const key = `court-note:${sha256.slice(0, 16)}:${name}`;
    const audience = { part: "respondent", name, role: "legal-section" } as const;
    return onceADay(key, hearing && startOf(hearing), [{ audience, content }], at, rules);
  });
}
