// Says how large the first view is (the page, and what it loads before it can show an inbox), and fails when it is larger than it may be.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = 350 * 1000;
const folder = new URL("../../obj/web/desk/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", folder)));
const first = ["index.html", "src/screens/DeskScreen.vue"];
const files = new Set(["index.html"]);

function take(key) {
  const part = manifest[key];
  if (!part) throw new Error(`The manifest has no ${key}.`);
  if (files.has(part.file)) return;
  files.add(part.file);
  for (const style of part.css ?? []) files.add(style);
  for (const next of part.imports ?? []) take(next);
}

first.forEach(take);
const packed = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length, 0);
console.log(`desk: first view of ${files.size} files, ${packed} bytes gzip; at most ${MOST}`);
if (packed > MOST) process.exit(1);
