/**
 * What can happen in a city that is played: each step is data with its own time, so that a story without some of its steps is a
 * story too, and can be written down and played again.
 */
import type { Instant } from "../../../shared/domain/time/time.ts";

/** What the carrier does with the next mails. */
export type Carrying =
  | "refuses for now"
  | "refuses for good"
  | "takes it and gives no answer"
  | "is out of reach";

/** What becomes of the carrier's next reports. */
export type Reporting = "are lost" | "come twice" | "come late";

export type Happening =
  /** A file is laid in the inbox; `heard`: how often the intake is told of it. */
  | {
      readonly do: "upload";
      readonly folder: string;
      readonly name: string;
      readonly text: string;
      readonly about: string;
      readonly heard: 0 | 1 | 2;
    }
  /** Somebody opens a link out of a mail and fills in a form behind it, by what `seed` decides. */
  | {
      readonly do: "visit";
      readonly seed: number;
      /** Out of the last days, or however old. */
      readonly mails: "new" | "any";
      readonly how: "once" | "twice at once" | "twice" | "beside a sweep";
    }
  /** Somebody sends a form again that has done its work: from a page that stood open, or a colleague from his own. */
  | { readonly do: "send again"; readonly seed: number; readonly who: "the same" | "a colleague" }
  /** The function that makes the so-manieth effect from now dies there: before it, or after it without an answer. */
  | {
      readonly do: "crash";
      readonly effects: number;
      readonly side: "before" | "after";
      /** Of this function's effects alone. */
      readonly in?: "issue";
    }
  /** Of the next writes the so-manieth finds that somebody was faster. */
  | { readonly do: "conflict"; readonly writes: number }
  | { readonly do: "carrier"; readonly how: Carrying; readonly mails: number }
  | { readonly do: "reports"; readonly how: Reporting; readonly mails: number }
  | { readonly do: "mailbox dies"; readonly address: string }
  /** Nothing can be read or written. */
  | { readonly do: "table out of reach"; readonly until: Instant }
  /** No link can be signed or checked. */
  | { readonly do: "keys out of reach"; readonly until: Instant }
  /** The clock that starts the sweep stands still. */
  | { readonly do: "no sweep"; readonly until: Instant }
  /** What is laid in the inbox waits: its queue stands still. */
  | { readonly do: "intake waits"; readonly until: Instant }
  /** The sweep is started again, by a clock that is wrong by so many minutes. */
  | { readonly do: "sweep"; readonly minutes: number }
  /** The notices the stream should have told the mailer of until then are not told. */
  | { readonly do: "stream loses"; readonly notices: number }
  /** The table is put back to what it was in the last night but one. */
  /** `compared`: the admin runs `yingsu restored` before anything goes on. */
  | { readonly do: "restore"; readonly compared: boolean }
  /** A deployment with other choices, or back to the first. */
  | { readonly do: "deploy"; readonly policy: "first" | "other" };

export type Step = { readonly at: Instant } & Happening;

/** A city's months. */
export interface Story {
  readonly name: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Two steps of the approval, as in this deployment's own configuration. */
  readonly twoSteps: boolean;
  readonly steps: readonly Step[];
}

/** A step as a line to be read. */
export function lineOf(step: Step): string {
  return `${shanghai(step.at)} ${wordsOf(step)}`;
}

function wordsOf(step: Step): string {
  switch (step.do) {
    case "upload": {
      const heard = { 0: ", and no event tells of it", 1: "", 2: ", and the event comes twice" }[step.heard];
      return `${step.folder} gets ${step.about}${heard}`;
    }
    case "visit":
      return `somebody opens a link out of ${step.mails === "new" ? "a mail of the last days" : "any mail"} and sends a form ${step.how} (${step.seed})`;
    case "crash":
      return `${step.in === undefined ? "a function" : `whoever is to ${step.in}`} dies ${step.side} effect ${step.effects} from now`;
    case "send again":
      return `${step.who === "the same" ? "somebody sends" : "a colleague sends"} a form again that was done (${step.seed})`;
    case "conflict":
      return `write ${step.writes} from now finds that somebody was faster`;
    case "carrier":
      return `the carrier ${step.how}, ${step.mails} mails long`;
    case "reports":
      return `the carrier's reports ${step.how}, ${step.mails} mails long`;
    case "mailbox dies":
      return `mails to ${step.address} bounce from now on`;
    case "table out of reach":
      return `the table is out of reach until ${shanghai(step.until)}`;
    case "keys out of reach":
      return `the keys of links are out of reach until ${shanghai(step.until)}`;
    case "no sweep":
      return `no sweep runs until ${shanghai(step.until)}`;
    case "intake waits":
      return `no file is taken in until ${shanghai(step.until)}`;
    case "sweep":
      return `a sweep runs by a clock that is ${step.minutes} minutes wrong`;
    case "stream loses":
      return `the stream loses word of the next ${step.notices} notices`;
    case "restore":
      return `the table is restored to the last night but one${step.compared ? ", and compared with the journal" : ""}`;
    case "deploy":
      return `a deployment with the ${step.policy} policy`;
    default:
      return step satisfies never;
  }
}

function shanghai(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
