/** What a downloaded original is called, and which kind of file a browser is told it is. */
import type { DocumentRecord } from "../../domain/document.ts";
import { civilDateAt, type Instant } from "../../domain/time/time.ts";
import { documentName } from "./document-wording.ts";

/** Kinds of files that offices open. All else, pages of HTML too, is bytes to be kept: it never runs in a browser. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["pdf", "application/pdf"],
  ["ofd", "application/ofd"],
  ["doc", "application/msword"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xls", "application/vnd.ms-excel"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["rtf", "application/rtf"],
  ["txt", "text/plain"],
  ["csv", "text/csv"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["tif", "image/tiff"],
  ["tiff", "image/tiff"],
]);

/** By the file's extension, in small letters. */
export function typeOf(extension: string): string {
  return TYPES.get(extension) ?? "application/octet-stream";
}

/** （2026）鲁1321行初23号传票20260908.pdf: by what it is, whatever its sender called it. */
export function originalName(
  { kind, caseNumbers, at }: Pick<DocumentRecord, "kind" | "caseNumbers"> & { readonly at: Instant },
  extension: string,
): string {
  const [only] = caseNumbers.length === 1 ? caseNumbers : [];
  const name = `${only ?? ""}${documentName(kind) ?? "文件"}${civilDateAt(at).replaceAll("-", "")}`;
  return extension === "" ? name : `${name}.${extension}`;
}
