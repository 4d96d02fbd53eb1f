/**
 * Writes every kind of letter, HTML and text, into a folder, to be looked at: `node test/letters/render.ts DIR`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeMail } from "../../shared/letters/compose.ts";
import { mimeMessage } from "../../shared/letters/frame/mime.ts";
import { SAMPLES, SENDER } from "./sample-notices.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node test/letters/render.ts DIR");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [name, notice] of Object.entries(SAMPLES)) {
  const mail = composeMail(notice, SENDER);
  writeFileSync(join(folder, `${name}.html`), mail.html);
  writeFileSync(join(folder, `${name}.txt`), `${mail.subject}\n\n${mail.text}`);
  if (mail.calendar !== undefined) writeFileSync(join(folder, `${name}.ics`), mail.calendar.content);
  writeFileSync(join(folder, `${name}.eml`), await mimeMessage(mail));
  console.log(`${name}: ${mail.subject}`);
}
