/** What does the record of a hearing say (庭审笔录)? When and where it was, and who came for the agencies. */
import { findAttendance } from "../attendance/attendance.ts";
import { whoAppears } from "../attendance/shared-head.ts";
import { pairLabels } from "../labels/label-pairs.ts";
import { findLabels } from "../labels/labels.ts";
import { recordedHearing } from "../moments/hearing.ts";
import { lastSitting } from "../moments/last-sitting.ts";
import { findParties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { linesOf } from "../text/sentences.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { sittingOf } from "./sitting-number.ts";
import { noSurerThan } from "./sureness.ts";

/** Reads the record of a hearing (庭审笔录): when and where it was, and who came for the agencies. */
export function readHearingRecord(paper: CasePaper): ReadDocument {
  const { year, facts } = paper;
  const last = lastSitting(paper.flat);
  const { flat, labels, parties } = last === undefined ? paper : sittingIn(last);
  const hearing = recordedHearing(flat, labels, year);
  const appears = whoAppears(flat, parties);
  return {
    ...facts,
    ...asSureAsItsLines(flat, {
      attendance: facts.administrative.value ? findAttendance(flat, parties, "record") : [],
      ...(hearing === undefined ? {} : { hearing }),
    }),
    ...(appears === undefined ? {} : { whoAppears: appears }),
    ...sittingOf(flat),
  };
}

function sittingIn(flat: FlatText): Pick<CasePaper, "flat" | "labels" | "parties"> {
  const labels = pairLabels(flat, findLabels(flat));
  return { flat, labels, parties: findParties(flat, labels) };
}

/** No answer or question of a record is longer; where more stand together, lines were lost and who says what is a guess. */
const LONGEST_LINE = 250;
/** Who is listed on one line, without a mark between: so many stand together only where lines were lost. */
const LISTED =
  /(?<![。；，：、（）及的和与诉对])(?:原告|被告|上诉人|第三人|负责人|代理人|法定代表人|审判长|书记员)/gu;
const MOST_LISTED = 3;

type SaidInLines = Pick<ReadDocument, "attendance" | "hearing">;

/** Who came, and where, is for a person where a record came as one paragraph whose lines aren't found again. */
function asSureAsItsLines(flat: FlatText, said: SaidInLines): SaidInLines {
  const isOneParagraph = !flat.source.trim().includes("\n");
  const hasLostLines =
    isOneParagraph &&
    linesOf(flat).some(
      ({ start, end }) =>
        end - start > LONGEST_LINE || [...flat.text.slice(start, end).matchAll(LISTED)].length > MOST_LISTED,
    );
  return hasLostLines ? noSurerThan(said, CONFIDENCE.doubtful) : said;
}
