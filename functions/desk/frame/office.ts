/** Which bureau's is a page, and whom does its reader ask: by the organisation whose link opened it. */
import { bureauOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/link-target.ts";
import { signatureOf } from "../../../shared/domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Office } from "./page.ts";
import type { Answer, DeskPorts } from "./room.ts";

/** The answer, where it is a page, as one of the bureau of the link's holder; a bureau's own page asks the municipal one. */
export async function inNameOfBureau<Given extends Answer>(
  answer: Given,
  { recipient }: Link,
  ports: Pick<DeskPorts, "directory">,
): Promise<Given> {
  return "body" in answer ? { ...answer, ...defined({ office: await officeOf(recipient, ports) }) } : answer;
}

async function officeOf(
  recipient: Link["recipient"],
  { directory }: Pick<DeskPorts, "directory">,
): Promise<Office | undefined> {
  const reader = await directory.organisation(recipient);
  const isBureau = reader?.kind === "bureau";
  const asked = await bureauOf(isBureau ? CITY_ITSELF : (reader?.jurisdiction ?? CITY_ITSELF), directory);
  const bureau = isBureau ? reader : asked;
  if (bureau === undefined) return undefined;
  const { name, phone } = signatureOf(asked ?? bureau);
  return { name: bureau.name, ask: { name, ...defined({ phone }) } };
}
