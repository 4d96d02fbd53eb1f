/** Looking at the desk's pages over a table, as somebody signed in or with a link: what a page costs and how long it takes. */
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseSessions } from "../../shared/adapters/case-table/sessions.ts";
import type { LinkTarget } from "../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { cookieOf, sessionIdOf } from "../../shared/links/session-cookie.ts";
import { signLink } from "../../shared/links/token.ts";
import { meter } from "../support/consumed-capacity.ts";
import { deskOnTable } from "../support/desk-on-table.ts";
import { LINK_KEYS } from "../support/memory-city.ts";
import { JURISDICTION, MORNING } from "../support/stored-things.ts";

/** What it took to show a page. */
export interface Looked {
  readonly status: number;
  readonly text: string;
  readonly units: number;
  readonly calls: readonly string[];
  readonly milliseconds: number;
}

export interface Readers {
  /** Counts what any other work on the table costs. */
  readonly cost: ReturnType<typeof meter>;
  /** Whoever is signed in for an organisation looks at an address; without one by the address alone. */
  look(path: string, reader?: string): Promise<Looked>;
}

/** Readers of a table's pages, all organisations of `signedIn` among them; one a client. */
export async function deskReaders(
  client: DynamoDBDocumentClient,
  table: string,
  signedIn: readonly string[],
): Promise<Readers> {
  const sessions = caseSessions(client, table, JURISDICTION);
  const directory = caseDirectory(client, table);
  const app = deskOnTable(client, table);
  const cookies = new Map<string, string>();
  for (const organisation of signedIn) {
    const found = await directory.organisation(organisation as OrganisationId);
    const mailbox = found?.contacts[0]?.email ?? "";
    const cookie = cookieOf(mailbox, organisation.padEnd(43, "x"));
    const until = addMinutes(MORNING, 60);
    const id = sessionIdOf(cookie) ?? "";
    await sessions.begin({ id, mailbox, by: "mail", startedAt: MORNING, until, formToken: "form" });
    cookies.set(organisation, `__Host-yingsu=${cookie}`);
  }
  const cost = meter(client);
  return {
    cost,
    async look(path, reader = "") {
      let [status, text, milliseconds] = [0, "", 0];
      const { calls, units } = await cost(async () => {
        const begun = performance.now();
        const response = await app.request(`/${path}`, { headers: { Cookie: cookies.get(reader) ?? "" } });
        text = await response.text();
        status = response.status;
        milliseconds = performance.now() - begun;
      });
      return { status, text, calls, units, milliseconds };
    },
  };
}

/** The address of a link, good for the hour. */
export function linkFor(recipient: string, target: LinkTarget): string {
  return signLink(
    {
      ...target,
      recipient: recipient as OrganisationId,
      expires: addMinutes(MORNING, 60),
      nonce: target.task,
    },
    LINK_KEYS,
  );
}
