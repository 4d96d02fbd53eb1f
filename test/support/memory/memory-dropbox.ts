/** The {@link Dropbox} and {@link Evidence} in memory, held to the same contract as those on S3. */
import { createHash } from "node:crypto";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { Dropbox, DroppedFile, UploadForm } from "../../../shared/ports/dropbox.ts";
import type { Evidence } from "../../../shared/ports/evidence.ts";
import { memoryFiles } from "./memory-files.ts";

const ORIGIN = "https://dropbox.example.org";

/** A dropbox, and the browser that sends its forms. */
export interface MemoryDropbox extends Dropbox {
  /** What S3 answers to a form: where to go next, or a refusal. */
  send(form: UploadForm, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Response>;
}

export function memoryDropbox(now: () => Instant): MemoryDropbox {
  const files = memoryFiles(now);
  const names = new Map<string, string>();
  return {
    read: files.read,
    origin: async () => ORIGIN,

    async form(key, mostBytes, backTo) {
      const fields = { key, success_action_redirect: backTo, policy: JSON.stringify({ mostBytes }) };
      return { url: `${ORIGIN}/`, fields };
    },

    async send({ fields }, { name, bytes }) {
      const { mostBytes } = JSON.parse(fields.policy ?? "{}") as { mostBytes: number };
      if (bytes.length > mostBytes) return new Response("EntityTooLarge", { status: 400 });
      await files.write(fields.key ?? "", bytes, "application/octet-stream");
      const newest = (await Array.fromAsync(files.list(fields.key ?? ""))).at(-1);
      names.set(newest?.versionId ?? "", name);
      return new Response(null, { status: 303, headers: { location: fields.success_action_redirect ?? "" } });
    },

    async dropped(key): Promise<DroppedFile | undefined> {
      const file = (await Array.fromAsync(files.list(key))).findLast((one) => one.key === key);
      const bytes = file && (await files.read(key, file.versionId, Number.MAX_SAFE_INTEGER));
      if (file === undefined || !(bytes instanceof Uint8Array)) return undefined;
      return { ...file, name: names.get(file.versionId) ?? "", start: bytes.slice(0, 32) };
    },
  };
}

export interface MemoryEvidence extends Evidence {
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

export function memoryEvidence(): MemoryEvidence {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async keep(folder, bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      kept.set(`${folder}/${sha256}`, bytes.slice());
      return { key: `${folder}/${sha256}`, sha256 };
    },
    async read(key, maxBytes) {
      const bytes = kept.get(key);
      return bytes === undefined ? "missing" : bytes.length > maxBytes ? "too-large" : bytes;
    },
    address: async (key, { name }) =>
      `https://records.example.org/${encodeURIComponent(key)}?name=${encodeURIComponent(name)}`,
  };
}
