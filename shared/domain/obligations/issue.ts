/**
 * What becomes of obligations that are due: the notices that leave, what is noted as issued, and what stays owed
 * because it reached nobody. What stays owed is tried again without a word to those who were reached or asked before.
 */

import { type NoticeId, noticeId } from "../notices/frame/notice-id.ts";
import { isOpen } from "../notices/frame/working-hours.ts";
import type { Notice, OwedStep } from "../notices/notice.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { civilDateAt, type Instant } from "../time/time.ts";
import { type Addressed, type Addressee, address, type Dispatch, joined } from "./addressing.ts";
import { partKey, type Sent } from "./ladder.ts";

/** What the part of an agency's own office is called. */
const OWN_OFFICE = "legal-section";

/** One notice of an obligation. */
export interface OwedPart {
  /** Which of the obligation's notices it is: `court`, `superior` … */
  readonly part: string;
  /** Undefined where there is nobody to copy. */
  readonly to: Addressee | undefined;
  /** Goes with the original: nobody reads a copy of a letter that reached nobody. */
  readonly copy: boolean;
  readonly content: NoticeContent;
}

/** One thing that is to be sent now. */
export interface OwedNow {
  readonly key: string;
  /** After this its notices are of no use. */
  readonly limit?: Instant | undefined;
  readonly parts: readonly OwedPart[];
}

export interface Issued extends Addressed {
  /** Those of the notices that are for an agency's own office, which may get them in its one mail of the day. */
  readonly toAgencies: ReadonlySet<NoticeId>;
  /** Keys to note: of obligations met in full, of the parts of others, of the tasks that were given. */
  readonly keys: readonly string[];
  /** Obligations that stay owed, to be tried again. */
  readonly owedStill: ReadonlySet<string>;
}

/**
 * Issues what is owed now. An obligation counts as met once everyone it is for has been reached; until then its parts
 * are noted one by one, so that nobody hears of it twice. A bureau is given the task about a missing address once,
 * and where a case waits for it once a working day. `thing`:
 * what owes it, where the subject has several such.
 */
export function issue(owed: readonly OwedNow[], sent: Sent, dispatch: Dispatch, thing?: string): Issued {
  const keys: string[] = [];
  const owedStill = new Set<string>();
  const addressed: Addressed[] = [];
  const asked = new Set<string>();
  const toAgencies = new Set<NoticeId>();
  const today = civilDateAt(dispatch.now);
  const { policy, calendar } = dispatch.rules;
  const isAskedAgain = (before: Instant): boolean =>
    dispatch.subject.of === "case" && civilDateAt(before) !== today && isOpen(dispatch.now, policy, calendar);
  const onceMore = (task: Notice): Notice => ({ ...task, id: noticeId(task.id, today) });

  /** Whether it has reached whom it is for, now or before. */
  const tell = ({ key, limit }: Omit<OwedNow, "parts">, { part, to, content }: OwedPart): boolean => {
    if (to === undefined || sent[partKey(key, part)] !== undefined) return true;
    const one = address(thing === undefined ? key : `${thing} ${key}`, to, content, dispatch);
    if (one.unreached.length === 0) {
      const step: OwedStep = { key, ...(limit !== undefined && { limit }) };
      addressed.push({ ...one, notices: one.notices.map((told) => ({ ...told, step })) });
      if (part === OWN_OFFICE) for (const { id } of one.notices) toAgencies.add(id);
      return true;
    }
    const task = taskKey(to);
    const before = sent[task];
    const isAsked = asked.has(task) || (before !== undefined && !isAskedAgain(before));
    if (!isAsked && one.notices.length > 0) asked.add(task);
    const notices = isAsked ? [] : before === undefined ? one.notices : one.notices.map(onceMore);
    addressed.push({ ...one, notices });
    return false;
  };

  for (const { parts, ...step } of owed) {
    const { key } = step;
    const originals = parts.filter(({ copy }) => !copy);
    const reached = originals.filter((one) => tell(step, one));
    const withCopies = reached.length === originals.length;
    if (withCopies) reached.push(...parts.filter((one) => one.copy && tell(step, one)));
    if (reached.length === parts.length) {
      keys.push(key);
      continue;
    }
    owedStill.add(key);
    keys.push(...reached.map(({ part }) => partKey(key, part)).filter((one) => sent[one] === undefined));
  }
  return { ...joined(addressed), keys: [...keys, ...asked], owedStill, toAgencies };
}

/** Under which it is noted when a bureau was last given the task of finding an address. */
function taskKey({ organisation, name }: Addressee): string {
  return `no-address:${organisation?.id ?? name}`;
}
