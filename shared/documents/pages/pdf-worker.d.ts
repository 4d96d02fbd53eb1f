/** The package ships no types for its worker, which is imported for its effect: it puts itself on globalThis. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
