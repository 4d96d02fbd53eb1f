/** 日程订阅: an agency's or a bureau's hearings and last days as a calendar that programs look at by themselves. */
import { html } from "hono/html";
import { isHearingEntry } from "../../../shared/domain/board/diary.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { addDays, civilDateAt } from "../../../shared/domain/time/time.ts";
import { calendarFeed, REFRESH_SECONDS } from "../../../shared/letters/calendar/calendar-feed.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Room, Shown, Visit } from "../frame/room.ts";

type CalendarLink = Link<"calendar">;

/** The file's part of the address. */
const FEED = "hearings.ics";
/** How long what is over, or was called off, stays in the calendar. */
const PAST_DAYS = 60;

export const calendarRoom: Room<CalendarLink> = {
  about: () => "开庭日程订阅",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),
  show,
  submit: (ports, link, _, visit) => show(ports, link, visit),
};

async function show(ports: DeskPorts, link: CalendarLink, visit: Visit): Promise<Shown> {
  const organisation = await ports.directory.organisation(link.recipient);
  if (organisation === undefined) return refusalPage({ type: "not-theirs" });
  const from = addDays(civilDateAt(ports.now()), -PAST_DAYS);
  const entries = await Array.fromAsync(ports.records.diary(organisation.id, from));
  if (visit.part === FEED) {
    return {
      status: 200,
      feed: {
        contentType: "text/calendar; charset=utf-8",
        text: calendarFeed(organisation.name, entries),
        maxAgeSeconds: REFRESH_SECONDS / 4,
      },
    };
  }
  const address = `${ports.address}/${visit.token}/${FEED}`;
  const coming = entries.filter(
    (entry) =>
      isHearingEntry(entry) && entry.status === "set" && entry.hearing.date >= civilDateAt(ports.now()),
  );
  return {
    status: 200,
    title: "订阅开庭日程",
    body: html`<p>${organisation.name}的开庭和报告、备案、答辩等到期日，会自动出现在订阅的日历中；改期、取消的随之更新。目前有${coming.length}次待开庭。</p>
<p><a href="${address.replace(/^https?:/, "webcal:")}">在日历程序中订阅</a>（手机、Outlook、苹果日历）</p>
<p>不能直接打开的，请把下面的地址复制到日历程序的“订阅日历”“从网络添加”中：</p>
<p class="note">${address}</p>
<p><a href="${placeOf(visit, { part: FEED })}">下载目前的日程文件</a>（不会自动更新）</p>
<p>本地址有效期至${printedDate(civilDateAt(link.expires))}，届时请使用新邮件中的地址重新订阅。知道地址的人都能看到日程，请勿转发。</p>`,
  };
}
