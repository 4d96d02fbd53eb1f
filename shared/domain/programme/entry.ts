/**
 * The programme (工作台账): what a city or a county does in a year besides its cases. Observed hearings (旁听庭审),
 * trainings (应诉培训), proposals for correction (整改建议), courts' own (司法建议), joint meetings with the court (联席会议), and the
 * year's plan, which reminds whoever falls behind. Each entry is kept in every version it ever had.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { OpenPoint, PackContents } from "../notices/frame/pack-contents.ts";
import type { EntryKind, ProgrammeAct } from "../notices/frame/programme-act.ts";
import type { InterviewReason, ScoreShown } from "../notices/frame/shown.ts";
import type { Sent } from "../obligations/ladder.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { SuggestionAnswered } from "../suggestion/suggestion.ts";
import type { CivilDate, ClockTime, Instant, Month, Year } from "../time/time.ts";
import type { MeetingPoint } from "./meeting-point.ts";
import type { ProgrammeAudience } from "./obligation.ts";
import type { ObservationPlan } from "./observation-plan.ts";
import type { SessionFacts } from "./session-facts.ts";

/** What was done to an entry last, and by whom. */
export interface ProgrammeChange {
  readonly at: Instant;
  /** As typed; 系统 for the year's plan. */
  readonly by: string;
  /** Where it came from: a link, a schedule. */
  readonly cause: string;
  readonly what: ProgrammeAct;
  /** The form it was sent with: the same form sent again is the same change. */
  readonly form?: string;
}

/** What every entry has. */
export interface EntryFacts {
  /** Unique among those of its kind in the jurisdiction's year. */
  readonly id: string;
  /** Whose it is: a county's name, or 市本级. */
  readonly jurisdiction: string;
  readonly year: Year;
  /** Counts every write, reminders too. */
  readonly version: number;
  /** Counts what people did: what a form rests on. */
  readonly revision: number;
  /** The last thing a person did. */
  readonly change: ProgrammeChange;
  /** 作废: it was recorded by mistake; why. It stays, and counts for nothing. */
  readonly withdrawn?: string;
  readonly sent: Sent;
  /** The last act that was taken back, and who had been told of it. */
  readonly recalled?: Recalled;
}

/** 撤回: an act is undone; whoever had a letter because of it is told. */
export interface Recalled {
  readonly at: Instant;
  readonly by: string;
  readonly act: ProgrammeAct;
  readonly reason: string;
  readonly told: readonly ProgrammeAudience[];
}

/** People of one unit who took part. */
export interface Participants {
  readonly unit: string;
  readonly people: number;
  /** 负责人 among them, by name. */
  readonly heads?: readonly string[];
}

/** 旁听庭审: at least two a year in the city and in each county, of cases many people watch. */
export interface Observation extends EntryFacts {
  readonly kind: "observation";
  readonly date: CivilDate;
  readonly court: string;
  readonly caseNumber: CaseNumber;
  readonly cause?: string;
  /** None: it is planned, and nobody has recorded yet who came. */
  readonly participants: readonly Participants[];
  readonly plan?: ObservationPlan;
}

/** 应诉培训. */
export interface Training extends EntryFacts {
  readonly kind: "training";
  readonly date: CivilDate;
  readonly topic: string;
  readonly participants: readonly Participants[];
  /** What was handed out or explained: 负责人身份证明样式, 授权委托书样式 … */
  readonly papers: readonly string[];
  readonly form?: TrainingForm;
  /** 授课人. */
  readonly lecturer?: string;
}

/** 授课 · 专项指导 · 座谈交流 · 旁听点评、模拟法庭等. */
export const TRAINING_FORMS = ["lecture", "guidance", "discussion", "other"] as const;
export type TrainingForm = (typeof TRAINING_FORMS)[number];

/** What an agency says has been done, and what its bureau makes of it. */
export interface CorrectionAnswer {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  /** `accepted` false: returned, something is missing. Absent while the bureau hasn't read it. */
  readonly verdict?: {
    readonly accepted: boolean;
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  };
}

/** A person of the bureau lets the superior have a copy of what urged the agency: of that round, while that answer was owed. */
export interface AnswerCopy {
  readonly at: Instant;
  readonly by: string;
  readonly round: number;
  /** As many answers had been returned. */
  readonly answers: number;
}

/** 整改建议: a shortcoming in handling a case or at the hearing, and what its agency should mend by when. */
export interface Correction extends EntryFacts {
  readonly kind: "correction";
  readonly issuedOn: CivilDate;
  readonly to: { readonly organisation: OrganisationId; readonly name: string };
  readonly caseNumber?: CaseNumber;
  readonly shortcoming: string;
  readonly proposal: string;
  readonly due: CivilDate;
  /** Oldest first. */
  readonly answers: readonly CorrectionAnswer[];
  readonly copies?: readonly AnswerCopy[];
}

/** 司法建议 of a court to one addressee, and its reply. */
export interface Suggestion extends EntryFacts, SuggestionAnswered {
  readonly kind: "suggestion";
  readonly copies?: readonly AnswerCopy[];
}

/** 联席会议 of bureau and court, each half-year. */
export interface Meeting extends EntryFacts {
  readonly kind: "meeting";
  readonly date: CivilDate;
  readonly place: string;
  readonly participants: readonly Participants[];
  /** 议题. */
  readonly topics?: readonly string[];
  /** 议定事项. */
  readonly points: readonly MeetingPoint[];
}

/** 联席会议议题 that a court asks to put on the agenda; the bureau says whether it is. */
export interface Topic extends EntryFacts {
  readonly kind: "topic";
  readonly on: CivilDate;
  readonly text: string;
  /** Why, and which cases show it. */
  readonly why?: string;
  readonly court: { readonly organisation: OrganisationId; readonly name: string };
  readonly answer?: {
    readonly accepted: boolean;
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  };
}

/** 约谈会. */
export interface InterviewSession extends EntryFacts, SessionFacts {
  readonly kind: "session";
}

/**
 * 约谈: proposed by the figures of a period; nobody hears of it before a person of the bureau has confirmed it. Then the
 * letter goes out, what came of it is recorded, and it is looked at again.
 */
export interface Interview extends EntryFacts {
  readonly kind: "interview";
  readonly from: Month;
  readonly to: Month;
  /** `organisation`: who gets the letter; absent where the directory doesn't know the unit. */
  readonly unit: { readonly name: string; readonly organisation?: OrganisationId };
  readonly heard: number;
  readonly present: number;
  readonly reasons: readonly InterviewReason[];
  /** 不予约谈, and why. */
  readonly dismissed?: { readonly at: Instant; readonly by: string; readonly reason: string };
  readonly called?: InterviewCall;
  readonly outcome?: {
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
    readonly followUp: CivilDate;
  };
  readonly followedUp?: { readonly at: Instant; readonly by: string; readonly text: string };
}

/** When and where, and what the unit should bring. */
export interface InterviewCall {
  readonly at: Instant;
  readonly by: string;
  readonly date: CivilDate;
  readonly time: ClockTime;
  readonly place: string;
  readonly demands: string;
  /** 发文字号 of the letter. */
  readonly document?: string;
  /** The 约谈会 it is part of, which sees to its record. */
  readonly session?: string;
}

/** 异议 of a unit, and what the bureau says to it. */
export interface Objection {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly answer?: {
    readonly accepted: boolean;
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  };
}

/** 年度考核 of one unit: a draft it may object to, and the final version. */
export interface Assessment extends EntryFacts {
  readonly kind: "assessment";
  readonly unit: {
    readonly kind: "county" | "agency";
    readonly name: string;
    readonly organisation?: OrganisationId;
  };
  readonly draft: ScoreShown;
  readonly objectUntil: CivilDate;
  /** Oldest first. */
  readonly objections: readonly Objection[];
  readonly final?: ScoreShown & { readonly at: Instant };
}

/** 联席会议材料, and the meetings it was sent out for: a later one takes the place of the one before. */
export interface MeetingPack extends EntryFacts {
  readonly kind: "pack";
  readonly half: 1 | 2;
  readonly from: Month;
  readonly to: Month;
  readonly contents: PackContents;
  readonly invitations: readonly Invitation[];
}

/** What a person confirmed, and when and where the meeting is. */
export interface Invitation {
  readonly at: Instant;
  readonly by: string;
  readonly date: CivilDate;
  readonly time: ClockTime;
  readonly place: string;
  readonly cases: readonly CaseNumber[];
  readonly next: readonly string[];
  /** 议题 the court has put on the agenda, and points of earlier meetings that are open. */
  readonly topics?: readonly string[];
  readonly openPoints?: readonly OpenPoint[];
}

/** 年度安排: what the jurisdiction owes in the year; it is what the sweep looks at. */
export interface Plan extends EntryFacts {
  readonly kind: "plan";
}

export type ProgrammeEntry =
  | Observation
  | Training
  | Correction
  | Suggestion
  | Meeting
  | Interview
  | Assessment
  | MeetingPack
  | InterviewSession
  | Topic
  | Plan;

export type ProgrammeKind = ProgrammeEntry["kind"] & EntryKind;

/** The entry of a kind. */
export type EntryOf<Kind extends ProgrammeKind> = Extract<ProgrammeEntry, { kind: Kind }>;

/** What distinguishes an entry from all others. */
export interface ProgrammeRef {
  readonly jurisdiction: string;
  readonly year: Year;
  readonly kind: ProgrammeKind;
  readonly id: string;
}

/** The reference to an entry. */
export function refOf({ jurisdiction, year, kind, id }: ProgrammeEntry): ProgrammeRef {
  return { jurisdiction, year, kind, id };
}

/** Every kind there is, in the order in which they are listed. */
export const PROGRAMME_KINDS = [
  "observation",
  "training",
  "correction",
  "suggestion",
  "meeting",
  "topic",
  "interview",
  "session",
  "assessment",
  "pack",
  "plan",
] as const satisfies readonly ProgrammeKind[];

/** 已答复待审核 … where a proposal stands. */
export type CorrectionState = "awaiting-answer" | "answered" | "returned" | "accepted" | "withdrawn";

/** Where a proposal stands, by its last answer. */
export function correctionState({ withdrawn, answers }: Correction): CorrectionState {
  if (withdrawn !== undefined) return "withdrawn";
  const last = answers.at(-1);
  if (last === undefined) return "awaiting-answer";
  if (last.verdict === undefined) return "answered";
  return last.verdict.accepted ? "accepted" : "returned";
}

/** Whether an observed hearing took place: somebody has recorded who came. */
export function wasObserved({ withdrawn, participants }: Observation): boolean {
  return withdrawn === undefined && participants.length > 0;
}

/** Whether its agency still has to answer. */
export function owesAnswer(correction: Correction): boolean {
  const state = correctionState(correction);
  return state === "awaiting-answer" || state === "returned";
}

/** An entry whose agency owes an answer, as far as it is noted what it was told. */
type Urged = Pick<Correction | Suggestion, "answers" | "sent" | "copies">;

/** Under which it is noted that the agency was urged: as many days after the answer was due. */
export function answerUrgedKey({ answers }: Pick<Urged, "answers">, round: number): string {
  return `due:${answers.length}:${round}`;
}

/** Under which it is noted that the bureau's digest has announced it. */
export function answerAnnouncedKey({ answers }: Pick<Urged, "answers">, round: number): string {
  return `announced:${answers.length}:${round}`;
}

/** Under which the superior's copy of that is noted. */
export function answerCopiedKey({ answers }: Pick<Urged, "answers">, round: number): string {
  return `copied:${answers.length}:${round}`;
}

/** The word that a round's copy may go; undefined where nobody has given it. */
export function copyOf({ copies = [], answers }: Urged, round: number): AnswerCopy | undefined {
  return copies.find((one) => one.round === round && one.answers === answers.length);
}

/** Whether a person can still let the superior have a copy of a round. */
export function mayCopy(entry: Urged, round: number): boolean {
  const { sent } = entry;
  return (
    sent[answerUrgedKey(entry, round)] !== undefined &&
    sent[answerCopiedKey(entry, round)] === undefined &&
    copyOf(entry, round) === undefined
  );
}

/** Where an interview stands. */
export type InterviewState = "proposed" | "dismissed" | "called" | "held" | "followed-up" | "withdrawn";

export function interviewState(interview: Interview): InterviewState {
  if (interview.withdrawn !== undefined) return "withdrawn";
  if (interview.dismissed !== undefined) return "dismissed";
  if (interview.followedUp !== undefined) return "followed-up";
  if (interview.outcome !== undefined) return "held";
  return interview.called === undefined ? "proposed" : "called";
}

/** The half of the year a day is in. */
export function halfOf(date: CivilDate): 1 | 2 {
  return date.slice(5) < "07-01" ? 1 : 2;
}

/** How many took part. */
export function peopleOf(participants: readonly Participants[]): number {
  return participants.reduce((sum, { people }) => sum + people, 0);
}
