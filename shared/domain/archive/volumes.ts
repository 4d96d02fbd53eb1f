/** Into how many volumes (册) does a dossier go? A volume is made in one go, so it holds no more than fits into memory at once. */

/** A file of the dossier, as far as its place in it goes. */
export interface Sized {
  /** Bytes. */
  readonly size: number;
}

/**
 * The files in their order, as many in a volume as it holds; one that is larger than a volume has one for itself. There is always a
 * first volume.
 */
export function volumesOf<File extends Sized>(
  files: readonly File[],
  mostBytes: number,
): readonly (readonly File[])[] {
  const volumes: File[][] = [[]];
  let held = 0;
  for (const file of files) {
    if (held > 0 && held + file.size > mostBytes) {
      volumes.push([]);
      held = 0;
    }
    volumes.at(-1)?.push(file);
    held += file.size;
  }
  return volumes;
}
