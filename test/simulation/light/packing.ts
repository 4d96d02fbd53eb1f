/**
 * Loaded before a quick run: DOCX, workbooks, charts and MIME are packed only where a seed asks for it (in-full.ts), since that takes
 * more time than all that is played. Everything up to them is the product's own: which papers there are, what they say, and to whom they go.
 */
import { registerHooks } from "node:module";

/** What stands in for which module. */
const LIGHT: Readonly<Record<string, string>> = {
  "/shared/letters/office/docx.ts": "./docx.ts",
  "/shared/letters/office/workbook.ts": "./workbook.ts",
  "/shared/letters/frame/mime.ts": "./mime.ts",
  "/shared/letters/bulletin/charts.ts": "./charts.ts",
};

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const light = Object.entries(LIGHT).find(([path]) => found.url.endsWith(path))?.[1];
    // What is asked for here is the module itself.
    const isOwn = context.parentURL?.startsWith(new URL("./", import.meta.url).href) ?? false;
    return light === undefined || isOwn ? found : { ...found, url: new URL(light, import.meta.url).href };
  },
});
