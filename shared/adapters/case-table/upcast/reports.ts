/** How did items of before keep what reports say of heads, and rows of ledgers say? In sentences, which they still say. */
import type { StoredItem, Upcaster } from "./upcaster.ts";

interface Report {
  readonly head: StoredItem;
}

/** The reports of a case file. */
export const fileKeepsConcerns: Upcaster = ({ file, ...body }) => {
  const { reports = [] } = file as { readonly reports?: readonly Report[] };
  return { ...body, file: { ...(file as object), reports: reports.map(withConcern) } };
};

/** The reports that events brought. */
export const eventsKeepConcerns: Upcaster = ({ events, ...body }) => ({
  ...body,
  events: (events as readonly { readonly event: StoredItem }[]).map((one) =>
    one.event.type === "report-submitted"
      ? { ...one, event: { ...one.event, report: withConcern(one.event.report as Report) } }
      : one,
  ),
});

function withConcern({ head, ...report }: Report): StoredItem {
  const { concern } = head;
  return {
    ...report,
    head: concern === undefined ? head : { ...head, concern: { type: "as-written", text: concern } },
  };
}

/** 三日报告送阅: who will appear was one text, everybody else a text each, `name，title`. */
export function reportReceivedOf({ head, concern, others, ...content }: StoredItem): StoredItem {
  return {
    ...content,
    head: { appears: "as-written", text: head, ...(concern !== undefined && { concern }) },
    others: (others as readonly string[]).map((person) => {
      const [name = "", ...title] = person.split("，");
      return { name, title: title.join("，") };
    }),
  };
}

const GROUNDS: Readonly<Record<string, string>> = {
  不可抗力: "force-majeure",
  意外事件: "accident",
  需要履行他人不能代替的公务: "irreplaceable-duty",
};

/** 出庭障碍: the ground by its name. */
export function obstacleOf({ ground, ...content }: StoredItem): StoredItem {
  return { ...content, ground: GROUNDS[String(ground)] ?? "other" };
}

/** 台账核对: what is wrong with a row was a sentence. */
export function ledgerReceivedOf({ rows, ...content }: StoredItem): StoredItem {
  return {
    ...content,
    rows: (rows as readonly StoredItem[]).map(({ reason, ...row }) => ({
      ...row,
      problem: { type: "as-written", text: reason },
      alike: 1,
    })),
  };
}
