/** Which papers are made from an entry of the programme (工作台账)? 约谈记录, 会议纪要, 旁听名单, 整改建议书, for whoever sees to the entry. */
import { bureauOf } from "../../../shared/casework/involved.ts";
import { bureauName, CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { EntryOf, ProgrammeEntry, ProgrammeKind } from "../../../shared/domain/programme/entry.ts";
import { interviewState } from "../../../shared/domain/programme/entry.ts";
import { replyOf } from "../../../shared/domain/suggestion/suggestion.ts";
import type { OfficialDocument } from "../../../shared/letters/office/official-document.ts";
import { correctionPaper } from "../../../shared/letters/papers/correction-paper.ts";
import { interviewRecordPaper } from "../../../shared/letters/papers/interview-record-paper.ts";
import { minutesPaper } from "../../../shared/letters/papers/minutes-paper.ts";
import { observationPaper } from "../../../shared/letters/papers/observation-paper.ts";
import { sessionRecordPaper } from "../../../shared/letters/papers/session-record-paper.ts";
import { replyPaperOf } from "../../../shared/letters/papers/suggestion-reply-paper.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, ShownFile, Visit } from "../frame/room.ts";
import {
  type Paper,
  type PaperListOptions,
  type PaperReader,
  type PaperTable,
  paperLinks,
  paperOf,
} from "./paper-table.ts";

/** In whose name the paper is. */
interface Known {
  readonly issuer: string;
}

/** How one kind of entry becomes a paper. */
interface OfKind<Kind extends ProgrammeKind> extends Pick<Paper<never, never>, "name" | "use" | "readers"> {
  readonly isNeeded?: (entry: EntryOf<Kind>) => boolean;
  readonly about: (entry: EntryOf<Kind>) => string;
  readonly make: (entry: EntryOf<Kind>, issuer: string) => OfficialDocument;
}

/** A paper of entries of one kind that count: those that were withdrawn (作废) have none. */
function ofKind<Kind extends ProgrammeKind>(kind: Kind, paper: OfKind<Kind>): Paper<ProgrammeEntry, Known> {
  const its = (entry: ProgrammeEntry) => {
    if (entry.kind !== kind) throw new TypeError(`no paper of an entry of the kind ${entry.kind}`);
    return entry as EntryOf<Kind>;
  };
  return {
    ...paper,
    isNeeded: (entry) =>
      entry.kind === kind && entry.withdrawn === undefined && (paper.isNeeded?.(its(entry)) ?? true),
    about: (entry) => paper.about(its(entry)),
    make: (entry, { issuer }) => paper.make(its(entry), issuer),
  };
}

const ENTRY_PAPERS: PaperTable<ProgrammeEntry, Known> = {
  "interview-record": ofKind("interview", {
    name: "约谈记录",
    use: "约谈时填写，双方签字后存档。",
    readers: ["bureau"],
    isNeeded: (interview) => ["called", "held", "followed-up"].includes(interviewState(interview)),
    about: ({ unit }) => unit.name,
    make: interviewRecordPaper,
  }),
  "session-record": ofKind("session", {
    name: "约谈会记录",
    use: "约谈会上签到、填写，各单位的情况一并存档。",
    readers: ["bureau"],
    about: ({ date }) => date,
    make: sessionRecordPaper,
  }),
  minutes: ofKind("meeting", {
    name: "联席会议纪要",
    use: "补充议题、责任单位和时限，编号盖章后印发。",
    readers: ["bureau"],
    about: ({ date }) => date,
    make: minutesPaper,
  }),
  "observation-list": ofKind("observation", {
    name: "旁听人员名单和签到表",
    use: "填写姓名、职务，旁听时签到，存档。",
    readers: ["bureau"],
    about: ({ caseNumber }) => caseNumber,
    make: observationPaper,
  }),
  "suggestion-reply": ofKind("suggestion", {
    name: "司法建议复函",
    use: "盖章后送达人民法院；没有填写的留空。",
    readers: ["agency", "bureau"],
    about: suggestionAbout,
    make: replyPaperOf,
  }),
  "suggestion-replied": ofKind("suggestion", {
    name: "司法建议复函",
    use: "电子件，供先行查阅；盖章件由该单位送达。",
    readers: ["court"],
    isNeeded: (suggestion) => replyOf(suggestion) !== undefined,
    about: suggestionAbout,
    make: replyPaperOf,
  }),
  "correction-letter": ofKind("correction", {
    name: "整改建议书",
    use: "编号盖章后送达；电子件已由系统发送。",
    readers: ["bureau", "agency"],
    about: ({ to }) => to.name,
    make: correctionPaper,
  }),
};

function suggestionAbout({ number, court }: EntryOf<"suggestion">): string {
  return number ?? court.name;
}

/** Links to an entry's papers; nothing where it has none. */
export function entryPapers(
  entry: ProgrammeEntry,
  reader: PaperReader,
  visit: Visit,
  options: PaperListOptions = {},
): Markup {
  return paperLinks(ENTRY_PAPERS, entry, reader, visit, options);
}

/** The paper of an entry that a part names, as a file; undefined where it names none that the reader may have. */
export function entryPaper(
  { directory, rules }: Pick<DeskPorts, "directory" | "rules">,
  entry: ProgrammeEntry,
  reader: PaperReader,
  part: string,
): Promise<ShownFile | undefined> {
  const { jurisdiction } = entry;
  return paperOf(ENTRY_PAPERS, entry, reader, part, async () => {
    const place = jurisdiction === CITY_ITSELF ? rules.policy.jurisdiction.name : jurisdiction;
    return { issuer: (await bureauOf(jurisdiction, directory))?.name ?? bureauName(place) };
  });
}
