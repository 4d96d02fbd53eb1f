/** Which bureau's is a page, and whom does its reader ask: by the organisation whose link opened it. */
import { bureauOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { signatureOf } from "../../../shared/domain/obligations/addressing.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Office } from "./page.ts";
import type { Answer, DeskPorts, ShownPage } from "./room.ts";

/** The answer, where it is a page, as one of the bureau of the link's holder; a bureau's own page asks the municipal one. */
export async function inNameOfBureau<Given extends Answer>(
  answer: Given,
  { recipient }: Link,
  ports: Pick<DeskPorts, "directory">,
): Promise<Given> {
  return "body" in answer ? { ...answer, ...defined({ office: await officeOf(recipient, ports) }) } : answer;
}

/** A page of an organisation's workspace, as one of its bureau. */
export async function inNameOf<Given extends ShownPage>(
  shown: Given,
  reader: Organisation,
  { directory }: Pick<DeskPorts, "directory">,
): Promise<Given> {
  return { ...shown, ...defined({ office: await officeFor(reader, directory) }) };
}

async function officeOf(
  recipient: Link["recipient"],
  { directory }: Pick<DeskPorts, "directory">,
): Promise<Office | undefined> {
  return officeFor(await directory.organisation(recipient), directory);
}

async function officeFor(
  reader: Organisation | undefined,
  directory: Directory,
): Promise<Office | undefined> {
  const isBureau = reader?.kind === "bureau";
  const asked = await bureauOf(isBureau ? CITY_ITSELF : (reader?.jurisdiction ?? CITY_ITSELF), directory);
  const bureau = isBureau ? reader : asked;
  if (bureau === undefined) return undefined;
  const { name, phone } = signatureOf(asked ?? bureau);
  return { name: bureau.name, ask: { name, ...defined({ phone }) } };
}
