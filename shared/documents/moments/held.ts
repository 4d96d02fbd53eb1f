import { isAnotherCourts } from "../parties/lower-instance.ts";
import type { HearingFacts } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import type { WrittenMoment } from "./dates.ts";

const HELD =
  /^(?:(?:、|和|及|，)?|(?:在|于)[^，。；]{2,30})?(?:[^，。；不未]{0,24}，)?[^，。；不未]{0,24}?(?:公开|不公开|依法)?(?:公开|不公开)?(?:开庭|组织开庭)(?:进行(?:了)?)?(?:审理|对本案|，|了)?/u;
const NOT_IT = /原定|本定|拟于|取消|因故未|前$/u;

/** The last sitting the court tells of; with several it is the one the judgment follows. */
export function heardOn(
  flat: FlatText,
  moments: readonly WrittenMoment[],
  end: number,
): HearingFacts | undefined {
  const held = moments.filter((moment) => moment.start < end && isHeldOn(flat, moment));
  const last = held.at(-1);
  if (last === undefined) return undefined;
  const text = spanOf(flat, last.start, last.end);
  const start = {
    value: last.time === undefined ? { date: last.date } : { date: last.date, time: last.time },
    confidence: Math.min(last.confidence, 0.95),
    rule: `heard-on-${last.rule}`,
    text,
  };
  const place =
    /^(?:[^。；，]{0,6}?|，[^。；，]{2,20})在((?:本院|我院)?[^，。；]{2,30}?(?:法庭|审判庭|审判区|庭审室|会议室|法院|平台))/u.exec(
      flat.text.slice(last.end, last.end + 70),
    );
  return {
    start,
    ...(last.endTime === undefined
      ? {}
      : { end: { ...start, value: { date: last.date, time: last.endTime } } }),
    ...(place?.[1] === undefined
      ? {}
      : {
          place: {
            value: place[1],
            confidence: 0.88,
            rule: "place-in-sentence",
            text: spanOf(flat, last.end, last.end + place[0].length),
          },
        }),
  };
}

/** How far down a paper the name of the court that writes it stands. */
const TOP = 60;

function sentenceBefore(flat: FlatText, at: number): string {
  let from = at;
  while (from > 0 && !/[。；]/u.test(flat.text[from - 1] ?? "") && gapAt(flat, from) < Gap.paragraph) from--;
  return flat.text.slice(from, at);
}

function isHeldOn(flat: FlatText, moment: WrittenMoment): boolean {
  let from = moment.start;
  while (
    from > 0 &&
    moment.start - from < 16 &&
    !/[。；，]/u.test(flat.text[from - 1] ?? "") &&
    gapAt(flat, from) < Gap.paragraph
  )
    from--;
  if (NOT_IT.test(flat.text.slice(from, moment.start))) return false;
  if (isAnotherCourts(sentenceBefore(flat, moment.start), flat.text.slice(0, TOP))) return false;
  const after = flat.text.slice(moment.end, moment.end + 90);
  // 8月20日、9月24日两次公开开庭: the verb belongs to every date of the list.
  const behindList = after.replace(
    /^(?:(?:、|和|及|，|与)(?:20\d\d年|同年|二[^年]{3}年)?(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十]{1,3}[日号](?:[上下]午)?)+/u,
    "",
  );
  const match = HELD.exec(behindList);
  if (match === null || /^(?:审理)?(?:之前|以前|前)/u.test(behindList.slice(match[0].length))) return false;
  return !/立案|受理|起诉|收到|作出|送达|证据交换|庭前会议|宣判|询问/u.test(match[0]);
}
