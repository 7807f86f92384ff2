// Writes ../Lexicons/script-characters.txt and ../Lexicons/script-phrases.txt from the dictionaries of opencc-js 1.x.
// Usage: npm install opencc-js@1 in a folder outside the repository, then
//   node dialogs/Language/Script/generate.mjs <that folder>/node_modules/opencc-js/dist/esm-lib/dict
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dictionaries = resolve(process.argv[2] ?? '.');
const output = join(dirname(fileURLToPath(import.meta.url)), '..', 'Lexicons');

const load = async name => (await import(pathToFileURL(join(dictionaries, `${name}.js`)))).default
  .split('|').map(entry => entry.split(' '));
const inOneUnit = text => [...text].every(character => character.length === 1);
const usable = ([from, to]) => inOneUnit(from) && inOneUnit(to) && from.length === to.length;

const taiwan = new Map(await load('TWVariants'));
const common = text => [...text].map(character => taiwan.get(character) ?? character).join('');

const toSimplified = new Map((await load('TSCharacters')).filter(usable).filter(([from, to]) => from !== to));
for (const [variant, common] of taiwan)
  if (toSimplified.has(variant) && !toSimplified.has(common)) toSimplified.set(common, toSimplified.get(variant));
const toTraditional = new Map((await load('STCharacters')).filter(usable).map(([from, to]) => [from, common(to)]).filter(([from, to]) => from !== to));
const kept = new Map();
const convert = text => {
  let result = '';
  for (let at = 0; at < text.length;) {
    let length = Math.min(text.length - at, 12);
    while (length > 1 && !kept.has(text.substr(at, length))) length--;
    result += length > 1 ? kept.get(text.substr(at, length)) : toTraditional.get(text[at]) ?? text[at];
    at += Math.max(length, 1);
  }
  return result;
};
// Shortest first: a phrase is only worth its line when the characters and the shorter phrases do not already give it.
const phrases = (await load('STPhrases')).filter(usable).map(([from, to]) => [from, common(to)]).sort((a, b) => a[0].length - b[0].length);
// Characters that stay as they are in some phrase stand in traditional text too, for another word (后, 里, 面): they do not tell the script.
const staying = new Set(phrases.flatMap(([from, to]) => [...from].filter((character, at) => character === to[at] && toTraditional.has(character))));
for (const [from, to] of phrases) if (from.length <= 6 && convert(from) !== to) kept.set(from, to);

const sorted = map => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const columns = map => [sorted(map).map(([from]) => from).join(''), sorted(map).map(([, to]) => to).join('')];
const head = '# Made by Script/generate.mjs from opencc-js; licence in NOTICE.md. Do not edit.';
writeFileSync(join(output, 'script-characters.txt'), [head, ...columns(toSimplified), ...columns(toTraditional), [...staying].sort().join(''), ''].join('\n'));
writeFileSync(join(output, 'script-phrases.txt'), [head, ...sorted(kept).map(([from, to]) => `${from} ${to}`), ''].join('\n'));
console.log(`${toSimplified.size} to simplified, ${toTraditional.size} to traditional, ${kept.size} phrases`);
