// Says how large the widget is, and fails when it is larger than it may be.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const MOST = 40 * 1024;
const script = readFileSync(new URL("../../obj/web/chat/chat.js", import.meta.url));
const packed = gzipSync(script, { level: 9 }).length;
console.log(`chat.js: ${script.length} bytes, ${packed} gzip; at most ${MOST}`);
if (packed > MOST) process.exit(1);
