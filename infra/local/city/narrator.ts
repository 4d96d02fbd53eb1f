/** How is what happens told, line by line? The words are those of the reader's language. */
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import { civilDateAt, clockTimeAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { News } from "./news.ts";
import type { Screen } from "./screen.ts";
import type { Attended, Words } from "./words/words.ts";

type Label = keyof Words["labels"];
const STYLE_OF = { file: "bold", desk: "bold", case: "green", mail: "cyan", fault: "red" } as const;

/** Tells what happens, and keeps in mind what failed. */
export class Narrator {
  readonly screen: Screen;
  readonly words: Words;
  /** What failed, for the exit code. */
  readonly faults: string[] = [];
  readonly #remarks = new Map<string, string>();
  #silent = false;

  constructor(screen: Screen, words: Words) {
    this.screen = screen;
    this.words = words;
  }

  /** What is worth knowing about the next file that comes under this key. */
  remark(key: string, remark: string): void {
    this.#remarks.set(key, remark);
  }

  tell(news: News): void {
    const { words } = this;
    switch (news.of) {
      case "file": {
        const { at, key, document } = news;
        const remark = this.#remarks.get(key);
        this.#remarks.delete(key);
        const noted = remark === undefined ? "" : words.inBrackets(remark);
        this.event(at, "file", `${key}${noted} → ${words.document(document)}`);
        break;
      }
      case "case": {
        const line = words.event(news.recorded);
        if (line !== undefined) this.event(news.recorded.at, "case", `${news.caseNumber}  ${line}`);
        break;
      }
      case "mail": {
        const { acceptedAt, destinations, subject, parsed } = news.mail;
        const dated = parsed.attachments.some(({ contentType }) => contentType === "text/calendar");
        const calendar = dated ? this.screen.styled("dim", `  ${words.calendar}`) : "";
        this.event(acceptedAt, "mail", `${destinations.join(", ")}  ${subject}${calendar}`);
        break;
      }
      case "fault":
        this.fault(news.what);
        break;
      default:
        news satisfies never;
    }
  }

  /** A line of the timeline. */
  event(at: Instant, label: Label, text: string): void {
    if (this.#silent) return;
    const { screen, words } = this;
    screen.line(
      `${screen.styled("dim", moment(at))}  ${screen.styled(STYLE_OF[label], words.labels[label])}  ${text}`,
    );
  }

  /** Something that must not be. */
  fault(what: string): void {
    if (this.#silent) return;
    this.faults.push(what);
    const { screen, words } = this;
    screen.line(`${screen.styled("red", words.labels.fault)}  ${what}`);
  }

  /** Nothing more is told: what breaks because everything ends is no fault. */
  fallSilent(): void {
    this.#silent = true;
    this.screen.status("");
  }

  /** Prints each respondent's outcome of a case, a line each. */
  outcome(file: CaseFile): void {
    const { words, screen } = this;
    const held = sittings(file).map(({ date }) => date);
    for (const { name, identity } of file.respondents) {
      const found = attendanceOf(file, name);
      const remarks = words.remarks({
        unknownName: identity === undefined,
        sourcesDiffer: found?.difference === true,
        appealed: file.appealedOn !== undefined,
        ...(file.originCaseNumber !== undefined && { origin: file.originCaseNumber }),
      });
      screen.line(
        `  ${file.caseNumber}  ${words.caseState(file, held)}  ${name}: ${words.attended[attended(found)]}${remarks.length > 0 ? words.inBrackets(remarks.join("; ")) : ""}`,
      );
    }
  }
}

function attended(found: { readonly present?: boolean | undefined } | undefined): Attended {
  if (found === undefined) return "none";
  if (found.present === undefined) return "unclear";
  return found.present ? "present" : "absent";
}

/** `09-01 09:12`. */
export function moment(at: Instant): string {
  return `${civilDateAt(at).slice(5)} ${clockTimeAt(at)}`;
}
