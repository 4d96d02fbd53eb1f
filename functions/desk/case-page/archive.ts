/**
 * 归档: a closed case as a ZIP archive with catalogue and checksums, in as many volumes (册) as it takes, each made when it is asked
 * for. An answer of Lambda ends at 6 MB: a volume is laid into a bucket for some days, and its reader gets an address.
 */
import { html } from "hono/html";
import { retentionOf } from "../../../shared/domain/archive/retention.ts";
import { volumesOf } from "../../../shared/domain/archive/volumes.ts";
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { MANIFEST, manifestOf } from "../../../shared/letters/archive/manifest.ts";
import { type ZippedFile, zipOf } from "../../../shared/letters/archive/zip-archive.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { type CataloguePaper, cataloguePaper } from "../../../shared/letters/papers/catalogue-paper.ts";
import { paperDocx } from "../../../shared/letters/papers/docx-papers.ts";
import { noteDownload } from "../frame/originals.ts";
import { type Place, placeOf } from "../frame/place.ts";
import type { DeskPorts, Shown, ShownFile, ShownPage, Visit } from "../frame/room.ts";
import { shownFile } from "../papers/paper-table.ts";
import { type ArchiveFile, type ArchivePorts, archiveFiles } from "./archive-files.ts";
import { ARCHIVE, CATALOGUE, type Closed, isArchivePart, isClosedFor } from "./archive-view.ts";
import type { ViewedCase } from "./viewer.ts";

/** What of a volume is in memory at once, twice while it is written: the desk has 1 GB, and 15 seconds. */
const VOLUME_BYTES = 64 * 1024 * 1024;
const ZIP = "application/zip";

/** The dossier, or what leads to its volumes; undefined where the part names neither, or the reader may have none. */
export async function archivePart(
  ports: DeskPorts,
  viewed: ViewedCase,
  part: string,
  visit: Visit,
  query: Place["query"] = {},
  mostBytes = VOLUME_BYTES,
): Promise<Shown | undefined> {
  if (!isArchivePart(part) || !isClosedFor(viewed)) return undefined;
  const dossier = await dossierOf(ports, viewed, mostBytes);
  if (part === CATALOGUE) return catalogueFile(dossier);
  const { volumes } = dossier;
  const asked = volumes.length === 1 ? 1 : Number(visit.query.volume ?? 0);
  const volume = volumes[asked - 1];
  if (volume === undefined) return volumesPage(dossier, visit, query);
  const { file, viewer } = viewed;
  const bytes = await volumeBytes(dossier, volume);
  const name = `${file.caseNumber}卷宗${volumes.length === 1 ? "" : `第${asked}册`}.zip`;
  const { address, sha256 } = await ports.pickup.offer(bytes, { name, contentType: ZIP });
  const { caseNumber } = file;
  // Noted before anybody has the address.
  await noteDownload(ports, viewer.organisation.id, { of: "case", caseNumber }, { sha256, paper: ARCHIVE });
  return { status: 302, location: address };
}

/** What is made once for the catalogue and all volumes. */
interface Dossier {
  readonly viewed: Closed;
  readonly volumes: readonly (readonly ArchiveFile[])[];
  readonly catalogue: CataloguePaper;
}

async function dossierOf(ports: ArchivePorts, viewed: Closed, mostBytes: number): Promise<Dossier> {
  const { file, viewer } = viewed;
  const history = await ports.records.history(file.caseNumber);
  const files = await archiveFiles(ports, viewed, history);
  const volumes = volumesOf(files, mostBytes);
  const closedOn = classesOfCase(file).closedOn?.value;
  return {
    viewed,
    volumes,
    catalogue: {
      case: summaryOf(file),
      of: viewer.organisation.name,
      outcome: file.outcome,
      ...dayOfLast(history, "opened", ({ event }) => event.type === "case-opened"),
      ...dayOfLast(history, "closed", ({ event }) => event.type === "case-closed"),
      // As the court's papers or ledgers say it, else the day on which it was registered here.
      ...defined({ closed: closedOn && printedDate(closedOn) }),
      retention: retentionOf(file.outcome, ports.rules.policy.archive),
      volumes: volumes.length,
      rows: volumes.flatMap((volume, index) =>
        volume
          .filter(({ beside }) => beside === undefined)
          .map(({ name, from, date, read }) => ({
            name,
            from,
            date,
            ...(read === undefined ? { note: "原件已不在" } : { volume: index + 1 }),
          })),
      ),
    },
  };
}

function dayOfLast<Name extends string>(
  history: readonly RecordedEvent[],
  name: Name,
  is: (recorded: RecordedEvent) => boolean,
): { readonly [Of in Name]?: string } {
  const found = history.findLast(is);
  return (found === undefined ? {} : { [name]: printedDate(civilDateAt(found.at)) }) as {
    readonly [Of in Name]?: string;
  };
}

async function catalogueFile({ viewed, catalogue }: Dossier): Promise<ShownFile | undefined> {
  return shownFile(await paperDocx(`卷宗目录 ${viewed.file.caseNumber}`, cataloguePaper(catalogue)));
}

/** A paper that isn't what was taken in: nobody gets it as if it were. */
class AlteredOriginal extends Error {
  override readonly name = "AlteredOriginal";
}

/** The volume's files with the catalogue of the whole and the checksums of what is in it. */
async function volumeBytes(dossier: Dossier, volume: readonly ArchiveFile[]): Promise<Uint8Array> {
  const files: ZippedFile[] = [];
  const hashed: { readonly path: string; readonly sha256: string }[] = [];
  const add = async (path: string, bytes: Uint8Array, expected?: string) => {
    const sha256 = await sha256Of(bytes);
    if (expected !== undefined && sha256 !== expected)
      throw new AlteredOriginal(`${expected.slice(0, 16)} is no longer what was taken in`);
    files.push({ path, bytes });
    hashed.push({ path, sha256 });
  };
  const catalogue = await catalogueFile(dossier);
  if (catalogue !== undefined) await add("卷宗目录.docx", catalogue.file.bytes);
  // One after another: as many bytes as the volume has are there at once, and no more.
  for (const { path, read, sha256 } of volume) {
    const bytes = await read?.();
    if (bytes === undefined) continue;
    if (typeof bytes === "string") throw new AlteredOriginal(`${path.slice(0, 8)} is ${bytes}`);
    await add(path, bytes, sha256);
  }
  return zipOf([...files, { path: MANIFEST, bytes: new TextEncoder().encode(manifestOf(hashed)) }]);
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
}

/** One link a volume, where there are several. */
function volumesPage({ viewed, volumes }: Dossier, visit: Visit, query: Place["query"]): ShownPage {
  return {
    status: 200,
    title: `${viewed.file.caseNumber}卷宗`,
    body: html`<p>卷宗较大，分为${volumes.length}册，请逐册下载；每册都有全卷目录。</p><ul class="papers">${volumes.map(
      (files, index) =>
        html`<li><a href="${placeOf(visit, { part: ARCHIVE, query: { ...query, volume: String(index + 1) } })}">第${index + 1}册（.zip）</a><small>${files.length}件，约${Math.max(1, Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1024 / 1024))}MB</small></li>`,
    )}</ul>`,
  };
}
