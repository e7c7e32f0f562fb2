// Writes FILE.br and FILE.gz beside each FILE, as small as can be: which way of coding is smallest differs from file to
// file, so a few are tried for brotli.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const { BROTLI_PARAM_LGBLOCK, BROTLI_PARAM_LGWIN, BROTLI_PARAM_NDIRECT, BROTLI_PARAM_NPOSTFIX } = constants;
const WAYS = [
  {},
  { [BROTLI_PARAM_LGBLOCK]: 16, [BROTLI_PARAM_NDIRECT]: 8, [BROTLI_PARAM_LGWIN]: 19 },
  { [BROTLI_PARAM_LGBLOCK]: 17, [BROTLI_PARAM_NDIRECT]: 8, [BROTLI_PARAM_LGWIN]: 20 },
  { [BROTLI_PARAM_LGBLOCK]: 16, [BROTLI_PARAM_NPOSTFIX]: 1, [BROTLI_PARAM_NDIRECT]: 16, [BROTLI_PARAM_LGWIN]: 20 },
];

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const common = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const written = WAYS.map((way) => brotliCompressSync(bytes, { params: { ...common, ...way } }));
  const smallest = written.reduce((one, other) => (other.length < one.length ? other : one));
  writeFileSync(`${file}.br`, smallest);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
