/** What does `npm start` say, whatever the language? One table of these for each; the compiler asks every table for every word. */
import type { RecordedEvent } from "../../../../shared/domain/case-file/events.ts";
import type { CaseFile } from "../../../../shared/domain/case-file/state.ts";
import type { DocumentRecord } from "../../../../shared/domain/document.ts";
import type { LinkTask } from "../../../../shared/domain/notices/frame/link-target.ts";
import type { CivilDate, Instant } from "../../../../shared/domain/time/time.ts";
import type { Note } from "./note.ts";

/** What one respondent's attendance came to at the month's end. */
export type Attended = "present" | "absent" | "unclear" | "none";

/** What may be worth knowing beside it. */
export interface Remarks {
  readonly unknownName: boolean;
  readonly sourcesDiffer: boolean;
  readonly appealed: boolean;
  readonly origin?: string;
}

/** All words of one language. */
export interface Words {
  readonly title: string;
  readonly synthesising: string;
  readonly starting: string;
  readonly usage: string;
  /** What is wrong with how it was called. */
  readonly unknownOption: (detail: string) => string;
  readonly noSuchPort: (given: string) => string;
  readonly noSuchDay: (given: string) => string;
  readonly portTaken: (port: number) => string;

  /** Above the month. */
  readonly month: (things: number) => string;
  /** The second column of each line; of equal width in a language. */
  readonly labels: Readonly<Record<"file" | "desk" | "case" | "mail" | "fault", string>>;
  readonly notes: Readonly<Record<Note, string>>;
  /** What stands behind a thing to explain it. */
  readonly inBrackets: (note: string) => string;
  /** What a file turned out to be, and what became of it. */
  readonly document: (document: DocumentRecord) => string;
  readonly calendar: string;
  /** What an event means to somebody who follows the case; undefined where other lines say it already. */
  readonly event: (recorded: RecordedEvent) => string | undefined;

  readonly outcomes: string;
  readonly caseState: (file: CaseFile, held: readonly CivilDate[]) => string;
  readonly attended: Readonly<Record<Attended, string>>;
  readonly remarks: (remarks: Remarks) => readonly string[];
  readonly bulletin: string;
  readonly mailed: (mails: number, addresses: number) => string;

  /** What must not be. */
  readonly notSettled: (file: string) => string;
  readonly deadLetter: (queue: string) => string;
  readonly lostEvent: (event: string) => string;
  readonly noBulletin: string;
  readonly failed: (failures: number) => string;

  readonly stillRunning: (since: Instant) => string;
  readonly places: Readonly<Record<"door" | "inbox" | "board" | "form" | "folder" | "endpoints", string>>;
  readonly task: Readonly<Partial<Record<LinkTask, string>>>;
  /** Where the link to sign in comes, and what whoever runs the deployment is called. */
  readonly doorNote: string;
  readonly admin: string;
  /** What else may be dropped where. */
  readonly folders: string;
  readonly keys: string;
  readonly noKeys: string;
  /** A file was dropped and is being read. */
  readonly received: string;
  readonly misplaced: string;
  readonly unreadable: (why: string) => string;
  /** A day is over: what came of it. */
  readonly dayOver: (until: Instant, mails: number) => string;
  readonly ended: string;
}
