/** Which papers of a case come when: on time or late, once or again, from the right folder or another, and some that contradict others. */
import { addDays, addMinutes, type CivilDate, instantAt } from "../../../shared/domain/time/time.ts";
import type { Chance } from "./chance.ts";
import {
  appeal,
  type Came,
  day,
  judgment,
  type LedgerRow,
  ledger,
  note,
  postponement,
  record,
  response,
  service,
  suggestion,
  summons,
} from "./papers.ts";
import type { City, PlayedCase } from "./people.ts";
import type { Step } from "./step.ts";

/** A paper as its sender means it to come. */
interface Meant {
  readonly kind: string;
  readonly on: CivilDate;
  readonly text: string;
  readonly says?: string;
}

const HEADS = [
  ["江帆", "副局长"],
  ["龙涛", "局长"],
  ["邹明远", "办公室主任"],
  ["石磊", "法规科科长"],
] as const;

/** All that is sent of one case. */
export function papersOfCase(by: Chance, one: PlayedCase, _city: City): readonly Step[] {
  const heardOn = one.movedTo ?? one.hearing;
  const came = cameTo(by, one);
  const ruled = addDays(heardOn, by.whole(0, 25));
  const meant: Meant[] = [
    paper(
      "传票",
      one.summonedOn,
      summons(one, one.hearing, "09:00", addDays(one.summonedOn, -1)),
      one.hearing,
    ),
  ];
  if (by.is(0.2)) {
    const to = by.pick(one.respondents);
    meant.push(paper("应诉通知书", one.summonedOn, response(one, to, one.summonedOn)));
  }
  if (one.movedTo !== undefined) {
    const told = addDays(one.hearing, by.whole(-4, -1));
    const known = by.is(0.7);
    meant.push(
      paper("延期开庭通知", told, postponement(one, one.hearing, known ? one.movedTo : undefined, told)),
    );
    if (!known || by.is(0.3))
      meant.push(
        paper("传票", addDays(told, 1), summons(one, one.movedTo, "09:30", addDays(told, 1)), one.movedTo),
      );
  }
  if (by.is(0.2)) meant.push(paper("庭前提示", addDays(heardOn, -2), note(one, addDays(heardOn, -2))));
  if (by.is(0.85))
    meant.push(paper("庭审笔录", addDays(heardOn, by.whole(0, 4)), record(one, heardOn, came), heardOn));
  if (by.is(0.15)) meant.push(paper("庭审笔录", heardOn, record(one, heardOn, cameTo(by, one)), heardOn));
  if (by.is(0.1)) {
    const again = addDays(heardOn, by.whole(3, 10));
    meant.push(paper("传票", addDays(heardOn, 1), summons(one, again, "09:00", addDays(heardOn, 1)), again));
    meant.push(paper("庭审笔录", again, record(one, again, cameTo(by, one)), again));
  }
  if (by.is(0.5)) {
    const ruling = by.weighed({ dismissed: 3, annulled: 2, withdrawn: 1 });
    const heard = by.is(0.7) ? heardOn : undefined;
    meant.push(paper(`裁判文书（${ruling}）`, ruled, judgment(one, ruling, ruled, heard)));
    if (by.is(0.5)) meant.push(paper("送达回证", addDays(ruled, 2), service(one, addDays(ruled, 1))));
    if (by.is(0.3)) meant.push(paper("上诉状", addDays(ruled, 9), appeal(one, addDays(ruled, 8))));
  }
  if (by.is(0.1))
    meant.push(
      paper(
        "司法建议书",
        addDays(heardOn, 5),
        suggestion(one, by.pick(one.respondents), heardOn, addDays(heardOn, 4)),
      ),
    );
  if (by.is(0.08)) {
    // A day that is none of its sittings.
    const other = addDays(one.hearing, by.whole(-3, 3));
    meant.push(paper("庭审笔录", addDays(one.hearing, 1), record(one, other, came), other));
  }
  return meant.flatMap((sent, index) => steps(by, one, sent, index));
}

function paper(kind: string, on: CivilDate, text: string, about?: CivilDate): Meant {
  return { kind, on, text, ...(about !== undefined && { says: day(about) }) };
}

function cameTo(by: Chance, { respondents }: PlayedCase): readonly Came[] {
  return respondents.map((respondent) => {
    const [name, title] = by.pick(HEADS);
    return { respondent, head: by.weighed({ came: 6, "stayed away": 3, "not said": 1 }), name, title };
  });
}

function steps(by: Chance, one: PlayedCase, sent: Meant, index: number): readonly Step[] {
  if (by.is(0.07)) return [];
  const late = by.weighed({ "on time": 8, late: 3, early: 1 });
  const on = addDays(sent.on, { "on time": 0, late: by.whole(1, 12), early: -by.whole(1, 6) }[late]);
  const first = upload(by, one.folder, one, sent, on, index);
  const copies: Step[] = [];
  if (by.is(0.12)) copies.push(upload(by, one.folder, one, sent, addDays(on, by.whole(0, 6)), index + 100));
  if (by.is(0.1))
    copies.push(upload(by, one.bureauFolder, one, sent, addDays(on, by.whole(-2, 5)), index + 200));
  if (by.is(0.04))
    copies.push(upload(by, one.strangersFolder, one, sent, addDays(on, by.whole(0, 4)), index + 300));
  if (by.is(0.03) && one.agencyFolders.length > 0)
    copies.push(upload(by, by.pick(one.agencyFolders), one, sent, on, index + 400));
  return by.is(0.04) ? copies : [first, ...copies];
}

function upload(
  by: Chance,
  folder: string,
  one: PlayedCase,
  sent: Meant,
  on: CivilDate,
  index: number,
): Step {
  const at = instantAt(on, `${String(by.whole(7, 20)).padStart(2, "0")}:00`);
  return {
    at: addMinutes(at, by.whole(0, 59)),
    do: "upload",
    folder,
    name: `${one.number.slice(6, -1)}-${index}-${sent.kind}.txt`,
    text: sent.text,
    about: `${sent.kind} ${one.number}${sent.says === undefined ? "" : ` ${sent.says}`} (${one.respondents.join("、")})`,
    heard: by.weighed({ once: 18, twice: 1, never: 1 }) === "once" ? 1 : by.is(0.5) ? 2 : 0,
  };
}

/** The courts' ledgers of the months that end before a day, some of them corrected afterwards. */
export function papersOfLedgers(by: Chance, { cases }: City, end: CivilDate): readonly Step[] {
  const courts = [...Map.groupBy(cases, ({ folder }) => folder)];
  return ["2026-09", "2026-10", "2026-11"].flatMap((month) =>
    courts.flatMap(([, own]): readonly Step[] => {
      const [first] = own;
      const due = addDays(`${month}-01` as CivilDate, month === "2026-10" ? 31 : 30);
      if (first === undefined || due >= end || by.is(0.2)) return [];
      const rows = own.flatMap((one) => rowsOf(by, one, month));
      if (rows.length === 0) return [];
      const sent = (text: string, days: number, about: string): Step => ({
        at: addMinutes(instantAt(addDays(due, days), "09:00"), by.whole(0, 500)),
        do: "upload",
        folder: first.folder,
        name: `台账-${month}-${days}.csv`,
        text,
        about: `${about} of ${month}: ${rows.length} rows`,
        heard: 1,
      });
      const corrected = rows.flatMap((row): readonly LedgerRow[] =>
        by.is(0.25) ? [] : [by.is(0.25) ? { ...row, came: row.came !== true } : row],
      );
      return [
        sent(ledger(first.court, month, rows), by.whole(0, 2), "台账"),
        ...(by.is(0.4) && corrected.length > 0
          ? [sent(ledger(first.court, month, corrected), by.whole(3, 8), "corrected 台账")]
          : []),
      ];
    }),
  );
}

function rowsOf(by: Chance, one: PlayedCase, month: string): readonly LedgerRow[] {
  const heardOn = one.movedTo ?? one.hearing;
  if (!heardOn.startsWith(month) && !by.is(0.1)) return [];
  return one.respondents.map((respondent) => ({
    of: one,
    respondent,
    heardOn: by.is(0.9) ? heardOn : undefined,
    came: by.weighed({ yes: 5, no: 3, blank: 1 }) === "yes" ? true : by.is(0.8) ? false : undefined,
    closed: by.weighed({ "": 5, 判决驳回: 1, 撤诉: 1 }),
  }));
}
