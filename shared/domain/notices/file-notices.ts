/** What answers a file (退件、复核、台账核对), and what names and addresses keep people from being told. */

import type { HearingDetails } from "../case-file/hearing.ts";
import type { Doubt, Rejection } from "../refusal.ts";
import type { CivilDate, Month } from "../time/time.ts";
import type { AttachedFile, CaseSummary, FactShown, FileShown, LedgerRowShown } from "./shown.ts";

export type FileNotice =
  /** 退件通知. */
  | { readonly kind: "document-rejected"; readonly file: FileShown; readonly rejection: Rejection }
  /** 人工复核: read, but not surely. */
  | {
      readonly kind: "document-review";
      readonly file: FileShown;
      readonly court: string;
      readonly documentKind: string;
      /** What is beyond doubt has been filed already (that a case was heard); else nothing was. */
      readonly partlyFiled: boolean;
      readonly doubts: readonly Doubt[];
      readonly facts: readonly FactShown[];
    }
  /** 台账催报. `daysOver` 0 on the day it is due, negative before. */
  | {
      readonly kind: "ledger-due";
      readonly court: string;
      readonly month: Month;
      readonly due: CivilDate;
      readonly daysOver: number;
      /** What the system knew already, for the court to check and complete (预填台账). */
      readonly prefilled?: { readonly cases: number; readonly files: readonly AttachedFile[] };
    }
  /** 台账核对: the ledger has come in, and these rows need its court's eye; all of them are in the file. */
  | {
      readonly kind: "ledger-received";
      readonly court: string;
      readonly month: Month;
      readonly file: FileShown;
      readonly cases: number;
      /** Cases of which no paper had come. */
      readonly opened: number;
      /** Cases a former ledger named and this one doesn't. */
      readonly withdrawn: number;
      readonly unusable: number;
      readonly doubtful: number;
      readonly rows: readonly LedgerRowShown[];
      readonly files: readonly AttachedFile[];
    }
  /** 被告名称待核: an agency the directory doesn't know, so nobody could be told. */
  | {
      readonly kind: "unknown-agency";
      readonly case: CaseSummary;
      readonly name: string;
      readonly hearing?: HearingDetails;
    }
  /** 地址失效: a mail came back, or there is no address: someone must find the right one. */
  | {
      readonly kind: "address-failed";
      readonly organisationName: string;
      readonly address: string | undefined;
      readonly cause: string;
      readonly subject: string;
    };
