// Makes the module and its glue smaller before wasm-opt does the rest: `node shrink.mjs MODULE GLUE NEW_MODULE NEW_GLUE`.
//
// A panic of the page ends in a trap, with or without words, and nobody reads them there; a quick build keeps them. So
// the bodies of functions that never return go, and the places in the source that they are told (which also held the
// folders of whoever built it). What the module asks of the browser and gives it gets short names, in both files: the long
// ones hold a hash each, which does not compress. Of the glue go what nothing asks for, indentation and comments.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import binaryen from 'binaryen';

const PANICS = [
  /^(core|std)::panicking::(panic|assert_failed|begin_panic)/,
  /^core::(option|result)::(unwrap|expect)_failed/,
  /^core::(slice|str)::.*_fail\b/,
  /^core::cell::panic_already/,
  /^alloc::raw_vec::(handle_error|capacity_overflow)/,
  /^alloc::alloc::handle_alloc_error/,
  /^std::thread::local::panic_access_error/,
  /^console_error_panic_hook::hook\b/,
  /::(assert_failed|len_mismatch_fail|panic_on_ord_violation)\b/,
];

/** A name without the marks of the compiler: `core[12f8]::panicking` is `core::panicking`. */
const bare = (name) => name.replace(/\[[0-9a-f]+\]/g, '').replace(/^<(.*)/, '$1');

const DATA = 11;
const I32_CONST = 0x41;

const [module, glue, newModule, newGlue] = process.argv.slice(2);

/** The only name under which the module asks for what the glue gives it. */
const SOURCE = `./${basename(module, '.wasm')}.js`;

/** Replaces the functions, and gives what is imported and exported short names: those come back too, by the long ones. */
function snipped(bytes) {
  const wasm = binaryen.readBinary(bytes);
  const [short, exported] = [new Map(), new Map()];
  for (let left = wasm.getNumExports(), index = 0; left > 0; left -= 1) {
    const { kind, name, value } = binaryen.getExportInfo(wasm.getExportByIndex(index));
    if (kind === binaryen.ExternalFunction && /^_*w(asm_)?bindgen_/.test(name)) {
      exported.set(name, `e${exported.size.toString(36)}`);
      wasm.removeExport(name);
      wasm.addFunctionExport(value, exported.get(name));
    } else index += 1;
  }
  let count = 0;
  const all = Array.from({ length: wasm.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(wasm.getFunctionByIndex(index)));
  for (const { name, params, results, base, module: source } of all) {
    if (base) {
      if (source !== SOURCE) throw new Error(`imported from elsewhere: ${source}`);
      if (!short.has(base)) short.set(base, `i${short.size.toString(36)}`);
      wasm.removeFunction(name);
      wasm.addFunctionImport(name, 'a', short.get(base), params, results);
    }
    // An imported function has no body; one that returns something is no panic.
    if (base || results !== binaryen.none || !PANICS.some((pattern) => pattern.test(bare(name)))) continue;
    wasm.removeFunction(name);
    wasm.addFunction(name, params, results, [], wasm.unreachable());
    count += 1;
  }
  if (count === 0) throw new Error('no panics by name: does the module have its names?');
  // What only a panic called is no longer asked for.
  wasm.runPasses(['remove-unused-module-elements']);
  return { silent: Buffer.from(wasm.emitBinary()), short, exported };
}

/** The names under which the module asks for what it still needs. */
const asked = (bytes) => new Set(WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name));

/**
 * The glue with the short names, of what the module still asks for, without the start that waits for nothing, and without
 * indentation and comments.
 */
function trimmed(glue, short, exported, needed) {
  const used = new Set();
  const given = glue.replace(/^ {8}([\w$]+): function[^]*?^ {8}\}.*\n/gm, (whole, name) => {
    if (!short.has(name)) return whole;
    used.add(name);
    return needed.has(short.get(name)) ? whole.replace(name, short.get(name)) : '';
  });
  const lost = [...short.keys()].filter((name) => !used.has(name));
  if (lost.length > 0) throw new Error(`not in the glue: ${lost}`);
  const from = `"${SOURCE}": import0`;
  const sync = 'export { initSync, __wbg_init as default }';
  if (!given.includes(from) || !given.includes(sync)) throw new Error('the glue is of another shape');
  const lines = given.replace(from, 'a: import0').replace(sync, 'export { __wbg_init as default }')
    .replace(/\bwasm\.([\w$]+)/g, (whole, name) => `wasm.${exported.get(name) ?? name}`).split('\n').map((line) => {
    if (line.split('`').length % 2 === 0) throw new Error(`a text over more than one line: ${line}`);
    return line.trim();
  });
  return lines.join('\n').replace(/^\/\*\*[^]*?\*\/\n/gm, '').replace(/^(\/\/.*)?\n/gm, '');
}

/** The pieces of memory that the module begins with: where each lies in memory, where in the file, how long. */
function pieces(bytes) {
  let at = 8;
  const number = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at];
      at += 1;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value >>> 0;
  };
  const found = [];
  while (at < bytes.length) {
    const section = bytes[at];
    at += 1;
    const length = number();
    const end = at + length;
    for (let left = section === DATA ? number() : 0; left > 0; left -= 1) {
      if (number() !== 0 || bytes[at] !== I32_CONST) throw new Error('a piece of memory of another kind');
      at += 1;
      const address = number();
      at += 1; // the end of the expression
      const size = number();
      found.push({ address, at, size });
      at += size;
    }
    at = end;
  }
  return found;
}

/** Blanks each place in the source: the address and length of a path that ends in `.rs`, a line, a column. */
function blank(bytes) {
  const all = pieces(bytes);
  const path = (address, length) => {
    const piece = all.find((it) => it.address <= address && address + length <= it.address + it.size);
    if (!piece || length < 4 || length > 250) return null;
    const start = piece.at + address - piece.address;
    const text = bytes.subarray(start, start + length);
    return /^[\x20-\x7e]+\.rs$/.test(text.toString('latin1')) ? text : null;
  };
  const paths = new Set();
  for (const { address, at, size } of all) {
    for (let here = at + ((4 - (address % 4)) % 4); here + 16 <= at + size; here += 4) {
      const [pointer, length, line, column] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(here + offset));
      const isPlace = line > 0 && line < 100_000 && column > 0 && column < 1000;
      const text = isPlace ? path(pointer, length) : null;
      if (!text) continue;
      paths.add(text);
      bytes.fill(0, here, here + 16);
    }
  }
  paths.forEach((text) => text.fill(0));
  return bytes;
}

const { silent, short, exported } = snipped(readFileSync(module));
writeFileSync(newModule, blank(silent));
writeFileSync(newGlue, trimmed(readFileSync(glue, 'utf8'), short, exported, asked(silent)));
