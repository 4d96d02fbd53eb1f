/** How pages say where a mail is: 待发, 已发出, 已送达, 退信, 未发出. */
import type { NoticeState } from "../../domain/notices/notice.ts";
import type { Instant } from "../../domain/time/time.ts";
import { printedMoment } from "../frame/dates.ts";

/** `releaseAt`: before which it doesn't leave; `settledAt`: when the carrier took it or last said what became of it. */
export function deliveryWords(
  state: NoticeState,
  { releaseAt, settledAt }: { readonly releaseAt: Instant; readonly settledAt: Instant | undefined },
): string {
  const when = settledAt === undefined ? "" : `（${printedMoment(settledAt)}）`;
  switch (state) {
    case "held":
      return `待发，${printedMoment(releaseAt)}后发出`;
    case "pending":
    case "sending":
      return "正在发出";
    case "accepted":
      return `已发出${when}，未收到送达回执`;
    case "delivered":
      return `已送达${when}`;
    case "bounced":
      return `退信${when}，没有送达`;
    case "complained":
      return `已送达，收件人标为垃圾邮件${when}`;
    case "failed":
      return "没有发出，邮件服务拒收";
    case "ambiguous":
      return "发出情况不明，请电话核实";
    case "dropped":
      return `没有发出：发出前已过时${when}`;
    default:
      return state satisfies never;
  }
}
