/**
 * 应由正职出庭: in which cases an agency owes its principal, and what becomes of one who can't come. Which classes and
 * counts oblige is the deployment's policy; that the court's own notice names the principal obliges everywhere.
 */
import type { Instant } from "../time/time.ts";
import type { CallClass } from "./must-class.ts";

/**
 * Why the principal is owed: the court's notice names him · the case is of a class the policy lists (法释〔2020〕3号 §4) · it is
 * the agency's first of the year · the government itself is sued · the head was notified again, or had stayed away from an
 * earlier sitting · the bureau says so.
 */
export const PRINCIPAL_REASONS = [
  "court",
  "class",
  "first-of-year",
  "government",
  "repeat",
  "bureau",
] as const;

export type PrincipalReason = (typeof PRINCIPAL_REASONS)[number];

/** What a deployment may choose about principals. */
export interface PrincipalPolicy {
  /** Cases of these classes owe the principal. */
  readonly classes: readonly CallClass[];
  /** An agency's first case of a year does, by the year of the case number. */
  readonly firstOfYear: boolean;
  /** A government that is sued itself does. */
  readonly government: boolean;
  /** Whoever was notified again, or stayed away before, does. */
  readonly repeat: boolean;
  /** 主要负责人出庭应诉通知 leaves so many days before the hearing, or as soon as the hearing is known. */
  readonly noticeDays: number;
  /** Who approves that the principal stays away: `none`, it is only explained; else the agency's superior, whose leader is named. */
  readonly approval: "none" | { readonly leader: string };
}

/** What the bureau chose on the case's page; the newest choice holds. */
export interface CallChoice {
  /** 法释〔2020〕3号 §4. */
  readonly classes: readonly CallClass[];
  /** The respondents whose principals are to come, whatever the class. */
  readonly principals: readonly string[];
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

/** That a respondent owes its principal, as it was decided while the hearing was ahead. */
export interface PrincipalOwed {
  readonly respondent: string;
  /** None: it owes him no longer. */
  readonly reasons: readonly PrincipalReason[];
  /** The leader whose approval an absence needs. */
  readonly approval?: string;
}

/** What the leader named said to an explanation that was reported at an instant. */
export interface PrincipalAnswer {
  readonly respondent: string;
  readonly reportedAt: Instant;
  readonly approved: boolean;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

/** All that a case knows of it. */
export interface PrincipalRecord {
  readonly choice?: CallChoice;
  /** The respondents whose first case of the year it is. */
  readonly firsts: readonly string[];
  /** Of each respondent the newest word. */
  readonly owed: readonly PrincipalOwed[];
  readonly answers: readonly PrincipalAnswer[];
}

export type PrincipalEvent =
  | { readonly type: "call-classes-chosen"; readonly choice: CallChoice }
  | { readonly type: "first-of-year-noted"; readonly respondent: string }
  | { readonly type: "principal-owed"; readonly owed: PrincipalOwed }
  | { readonly type: "principal-absence-answered"; readonly answer: PrincipalAnswer };

const NOTHING: PrincipalRecord = { firsts: [], owed: [], answers: [] };

/** How the record changes by what happened. */
export function evolvePrincipals(
  before: PrincipalRecord | undefined,
  event: PrincipalEvent,
): PrincipalRecord {
  const record = before ?? NOTHING;
  switch (event.type) {
    case "call-classes-chosen":
      return { ...record, choice: event.choice };
    case "first-of-year-noted":
      return { ...record, firsts: [...new Set([...record.firsts, event.respondent])] };
    case "principal-owed":
      return {
        ...record,
        owed: [...record.owed.filter((one) => one.respondent !== event.owed.respondent), event.owed],
      };
    case "principal-absence-answered":
      return {
        ...record,
        answers: [
          ...record.answers.filter(
            ({ respondent, reportedAt }) =>
              respondent !== event.answer.respondent || reportedAt !== event.answer.reportedAt,
          ),
          event.answer,
        ],
      };
    default:
      return event satisfies never;
  }
}

/** The record without what it has of one respondent. */
export function withoutPrincipalOf(record: PrincipalRecord, name: string): PrincipalRecord {
  const { choice, firsts, owed, answers } = record;
  return {
    ...(choice !== undefined && {
      choice: { ...choice, principals: choice.principals.filter((one) => one !== name) },
    }),
    firsts: firsts.filter((one) => one !== name),
    owed: owed.filter(({ respondent }) => respondent !== name),
    answers: answers.filter(({ respondent }) => respondent !== name),
  };
}
