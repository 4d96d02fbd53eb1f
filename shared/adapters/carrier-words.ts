/** What a mail carrier says about a mail, fit to be kept: no address in it, and not long. */
export function carrierWords(said: string): string {
  const withoutAddresses = said.replace(/[^\s<>"'(),;:[\]]+@[^\s<>"'(),;:[\]]+/gu, "…");
  return withoutAddresses.replace(/\s+/gu, " ").trim().slice(0, 300);
}
