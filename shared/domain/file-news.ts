/** What is its sender told of a file he has sent (收件回执)? One of these, on his page, in his receipt, and in his bureau's digest. */
import type { CaseNumber } from "./court/case-number.ts";
import type { Month } from "./time/time.ts";

/** `told`: whom it brought a letter to; `unknown`: names the directory doesn't have. */
export type FileNews =
  /** A court's ledger (台账) was taken in. */
  | {
      readonly type: "ledger-received";
      readonly court: string;
      readonly month: Month;
      readonly cases: number;
      /** Cases of which no paper had come. */
      readonly opened: number;
      /** Cases a former ledger named and this one doesn't. */
      readonly withdrawn: number;
      readonly unusable: number;
      readonly doubtful: number;
    }
  /** To a court: what became of a file it sent; `told`: whom it brought a letter to; `unknown`: names the directory doesn't have. */
  | {
      readonly type: "file-registered";
      readonly file: string;
      readonly kind: string;
      readonly cases: readonly CaseNumber[];
      readonly told: readonly string[];
      readonly unknown: readonly string[];
    }
  | { readonly type: "file-in-review"; readonly file: string; readonly kind: string }
  | { readonly type: "file-rejected"; readonly file: string }
  /** The same bytes had come before. */
  | { readonly type: "file-known"; readonly file: string };
