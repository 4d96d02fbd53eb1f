/**
 * Whose head appears where several are sued? 法释〔2020〕3号 §3: the respondents agree on it, or the court decides. Who is
 * not named owes staff, no head. Without a word, or while the respondents' own words contradict each other, nobody is
 * excused.
 */
import type { Excuse } from "../statistics/statistics-row.ts";
import type { Instant } from "../time/time.ts";
import type { JointAppearance } from "./before-hearing.ts";
import { type CaseFile, respondentsAtSittings, stillSued } from "./state.ts";
import { type AttendanceStatement, appeared } from "./statement.ts";

/** What one respondent says, in its report or, later, in its filing. */
export interface RespondentsWord extends JointAppearance {
  readonly saidBy: string;
  readonly at: Instant;
}

/** The newest word of each respondent that gives one, in the order of the respondents. */
function respondentsWords({
  respondents,
  reports,
  filings,
}: Pick<CaseFile, "respondents" | "reports" | "filings">): readonly RespondentsWord[] {
  return respondents.flatMap(({ name: saidBy }): readonly RespondentsWord[] => {
    const reported = reports
      .filter(({ respondent, returned }) => respondent === saidBy && returned === undefined)
      .flatMap(({ at, head }) =>
        head.joint === undefined
          ? []
          : [{ saidBy, at, by: head.joint.by, respondents: [head.joint.respondent] }],
      );
    const filed = filings
      .filter(({ respondent }) => respondent === saidBy)
      .flatMap(({ at, joint }) =>
        joint === undefined ? [] : [{ saidBy, at, by: joint.by, respondents: [joint.respondent] }],
      );
    const newest = [...reported, ...filed].toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
    return newest === undefined ? [] : [newest];
  });
}

/** The respondents' words where they name different heads and no paper of the court decides between them; else none. */
export function contradictoryWords(file: CaseFile): readonly RespondentsWord[] {
  if (courtsWord(file) !== undefined) return [];
  const words = respondentsWords(file).filter((one) => names(file, one));
  return new Set(words.map(namedIn)).size > 1 ? words : [];
}

/**
 * Whose heads appear; undefined while nobody says it, or contradictory words do. A paper of the court prevails, the newest
 * of several. One respondent's word about another binds nobody unless that one says so too, or its head came.
 */
export function jointAppearance(file: CaseFile): JointAppearance | undefined {
  if (respondentsAtSittings(file).length < 2) return undefined;
  const ofCourt = courtsWord(file);
  if (ofCourt !== undefined) return ofCourt;
  const words = respondentsWords(file).filter((one) => names(file, one));
  const [word] = words;
  if (word === undefined || contradictoryWords(file).length > 0) return undefined;
  const isConfirmed =
    words.length > 1 ||
    word.respondents.includes(word.saidBy) ||
    word.respondents.every((name) =>
      file.attendance.some((one) => one.respondent === name && cameAsHead(one)),
    );
  return isConfirmed ? { by: word.by, respondents: word.respondents } : undefined;
}

/** By whose word another respondent's head appears for this one; undefined where its own head owes to appear. */
export function excuseOf(file: CaseFile, respondent: string): Excuse | undefined {
  const settled = jointAppearance(file);
  return settled === undefined || settled.respondents.includes(respondent) ? undefined : settled.by;
}

/** Whose heads appear for a respondent that is excused; none where it is not. */
export function appearingFor(file: CaseFile, respondent: string): JointAppearance | undefined {
  return excuseOf(file, respondent) === undefined ? undefined : jointAppearance(file);
}

/** What the respondents and the court have not settled yet: who has said whose head appears, and who has said nothing of it. */
export interface Unsettled {
  readonly words: readonly RespondentsWord[];
  /** Respondents that have said neither whose head appears nor that their own does. */
  readonly silent: readonly string[];
}

/**
 * Whether it is open whose head appears where several are sued; undefined where it is settled, and where every one of them has
 * reported that its own head comes. It accuses nobody: that the heads of all are owed then is the law's, not this one's, to say.
 */
export function unsettledAppearance(file: CaseFile): Unsettled | undefined {
  const sued = stillSued(file);
  if (sued.length < 2 || jointAppearance(file) !== undefined) return undefined;
  const words = respondentsWords(file).filter((one) => names(file, one));
  const comes = (name: string) =>
    file.reports.some(
      ({ respondent, returned, head }) =>
        respondent === name && returned === undefined && head.appears === true,
    );
  const silent = sued
    .map(({ name }) => name)
    .filter((name) => !comes(name) && !words.some(({ saidBy }) => saidBy === name));
  const isContradicted = contradictoryWords(file).length > 0;
  // One's word about another that the other doesn't confirm settles nothing.
  const isLeft = words.some(({ respondents, saidBy }) => !respondents.includes(saidBy));
  return silent.length > 0 || isContradicted || isLeft ? { words, silent } : undefined;
}

/** The key under which bureau and court have been informed of it. */
export function unsettledKey({ ordinal }: { readonly ordinal: number }): string {
  return `who-appears-open:${ordinal}`;
}

/** It is open still, after bureau and court have been informed. */
export function isUnsettledNear(file: CaseFile): boolean {
  return (
    file.state === "awaiting-hearing" &&
    file.sent[unsettledKey(file.hearing)] !== undefined &&
    unsettledAppearance(file) !== undefined
  );
}

function courtsWord(file: CaseFile): JointAppearance | undefined {
  const newest = file.arrangements
    .filter((one) => names(file, one))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .at(-1);
  return newest && { by: newest.by, respondents: newest.respondents };
}

/** It names a respondent of this case, and not all of them: who all appear are not chosen. */
function names(file: CaseFile, { respondents: named }: JointAppearance): boolean {
  const respondents = respondentsAtSittings(file);
  const known = respondents.filter(({ name }) => named.includes(name));
  return known.length > 0 && known.length < respondents.length;
}

function namedIn({ respondents }: JointAppearance): string {
  return respondents.toSorted().join("\n");
}

function cameAsHead(statement: AttendanceStatement): boolean {
  return appeared(statement) === true;
}
