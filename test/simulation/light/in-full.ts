/** Which seeds are played with DOCX, charts, workbooks and MIME as they are made for people? Whoever plays one says so here. */

/** What packs them; loaded when it is first wanted, since that takes longer than a city. */
const packers = async () => ({
  ...(await import("../../../shared/letters/office/docx.ts")),
  ...(await import("../../../shared/letters/office/workbook.ts")),
  ...(await import("../../../shared/letters/frame/mime.ts")),
  ...(await import("../../../shared/letters/bulletin/charts.ts")),
});

let chosen: Awaited<ReturnType<typeof packers>> | undefined;

/** From now on everything is packed, or nothing is. */
export async function packInFull(wanted: boolean): Promise<void> {
  chosen = wanted ? await packers() : undefined;
}

/** What packs now; undefined where what is packed in place of it does. */
export function inFull(): typeof chosen {
  return chosen;
}
