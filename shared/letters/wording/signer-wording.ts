/** How letters name the bureau in whose name they go: always by its name, with its telephone where it is known. */
import type { Signatory } from "../frame/mail.ts";

/** 兰山区司法局（电话0539-8000000）: whom to ask, or to tell. */
export function bureauToAsk({ name, phone }: Pick<Signatory, "name" | "phone">): string {
  return phone === undefined ? name : `${name}（电话${phone}）`;
}
