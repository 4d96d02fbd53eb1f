/** yingsu on the local cloud: the stack synthesised and running, with its records at hand for whoever looks on. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../../shared/adapters/clients/dynamo.ts";
import { secrets } from "../../../shared/adapters/clients/secrets.ts";
import { linkKeys } from "../../../shared/adapters/link-keys.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { inboxFolderOf } from "../../../shared/domain/organisations/inbox-folder.ts";
import type { LinkKeys } from "../../../shared/links/link-keys.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { config } from "../../config.ts";
import { find } from "../engines/declared.ts";
import type { ReceivedMail } from "../engines/ses/mail-service.ts";
import { startCloud } from "../wiring/cloud.ts";
import type { Cloud, CloudOptions } from "../wiring/services.ts";
import { type News, watch } from "./news.ts";
import type { DeskVisit, Upload } from "./scenario.ts";
import { fillIn, type Visited } from "./visitor.ts";

/** A running city. */
export interface City {
  readonly cloud: Cloud;
  readonly records: Records;
  readonly directory: Directory;
  /** The keys that its links are signed with. */
  linkKeys(): Promise<LinkKeys>;
  /** Puts bytes into the inbox and waits until everything that follows has settled. */
  put(folder: string, name: string, bytes: Uint8Array): Promise<PutOutcome>;
  /** Uploads a sample file. */
  upload(upload: Pick<Upload, "folder" | "file">): Promise<PutOutcome>;
  /** The links to the desk in a mail, in their order. */
  linksIn(mail: ReceivedMail): readonly string[];
  /** The link in the newest mail to an address whose subject has these words; throws where there is none. */
  linkTo(address: string, words: string, line?: DeskVisit["line"]): string;
  /** Opens a link out of a mail, fills in the page, and waits until everything that follows has settled. */
  visit(visit: Pick<DeskVisit, "address" | "mail" | "line" | "follow" | "answers">): Promise<Visited>;
  /** The cases known so far, in the order they were opened. */
  cases(): readonly CaseNumber[];
  /** The folders of the inbox: those of all courts, bureaus and agencies of the directory, and the directory's own. */
  folders(): Promise<readonly string[]>;
}

/** What became of an uploaded file; undefined where it was not settled. */
export type PutOutcome = Awaited<ReturnType<Records["document"]>>;

/** Starts the stack of an assembly. `told` gets everything that happens, as it happens. */
export async function startCity(options: CloudOptions, told: (news: News) => void = () => {}): Promise<City> {
  const watching = watch(() => records, told);
  const cloud = await startCloud({ ...options, onlooker: { ...options.onlooker, ...watching } });
  const { declared, endpoints } = cloud;
  const access = {
    region: declared.region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const table = declared.tables[0]?.name ?? "";
  const client = dynamo({ ...access, endpoint: endpoints.dynamodb });
  const records: Records = caseRecords(client, table, config.policy.jurisdiction.code);
  const directory = caseDirectory(client, table);

  async function put(folder: string, name: string, bytes: Uint8Array): Promise<PutOutcome> {
    await cloud.upload("Inbox", `${folder}/${name}`, bytes);
    await cloud.settled();
    return records.document(createHash("sha256").update(bytes).digest("hex"));
  }

  function linksIn({ parsed }: ReceivedMail): readonly string[] {
    const desk = `${cloud.apiAddress("Desk")}/`;
    return (parsed.text ?? "").split(/\s/).filter((word) => word.startsWith(desk));
  }

  /** The link below a line with these words, before the next line. */
  function linkBeside(mail: ReceivedMail, words: string): string | undefined {
    const below = (mail.parsed.text ?? "")
      .split(/^(?=\d+\. )/mu)
      .find((item) => /^\d/u.test(item) && item.includes(words));
    const desk = `${cloud.apiAddress("Desk")}/`;
    return below?.split(/\s/).find((word) => word.startsWith(desk));
  }

  function linkTo(address: string, words: string, line?: DeskVisit["line"]): string {
    for (const mail of cloud.inbox().toReversed()) {
      if (!mail.destinations.includes(address) || !mail.subject.includes(words)) continue;
      const link = line === undefined ? linksIn(mail)[0] : linkBeside(mail, line.words);
      if (link !== undefined) return line?.page === undefined ? link : `${link}/${line.page}`;
    }
    throw new Error(`no link in a mail to ${address} about ${words}`);
  }

  return {
    cloud,
    records,
    directory,
    linkKeys: linkKeys(
      secrets({ ...access, endpoint: endpoints.secretsmanager }),
      find(declared.secrets, "LinkKeys").arn,
    ),
    put,
    linksIn,
    linkTo,
    async visit({ address, mail, line, follow, answers }) {
      const visited = await fillIn(fetch, linkTo(address, mail, line), answers, follow);
      await cloud.settled();
      return visited;
    },
    upload: async ({ folder, file }) => put(folder, file, await sample(file)),
    cases: () => watching.cases(),
    async folders() {
      const kinds = ["court", "bureau", "agency"] as const;
      const known = await Promise.all(kinds.map((kind) => directory.find(lookup.kind(kind))));
      const folders = known.flat().flatMap((one) => inboxFolderOf(one) ?? []);
      return ["directory", ...folders.map((folder) => `${folder}/inbox`)];
    },
  };
}

async function sample(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`samples/${file}`, import.meta.url)));
}
