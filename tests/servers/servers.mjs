// Starts the real servers on this machine, each with the configuration that `dist` writes: only the places to fill in are
// filled in.
//
// `cargo xtask test` tells where things are: SITE has the site with its configurations, PROGRAMS the servers.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { SITE, PROGRAMS } = process.env;
/** What `dist` writes when no name is given. */
const HOST = 'rekenhulp.example';
const HERE = '127.0.0.1';

/** Ports that nobody has. */
async function freePorts(count) {
  const held = Array.from({ length: count }, () => createServer().listen(0, HERE));
  await Promise.all(held.map((one) => new Promise((resolve) => { one.once('listening', resolve); })));
  const ports = held.map((one) => one.address().port);
  await Promise.all(held.map((one) => new Promise((resolve) => { one.close(resolve); })));
  return ports;
}

/** A configuration with its places filled in; each has to be there as often as it is said. */
function filledIn(file, places) {
  return places.reduce((text, [was, becomes, times]) => {
    assert.equal(text.split(was).length - 1, times, `${file} has ${was}`);
    return text.replaceAll(was, becomes);
  }, readFileSync(join(SITE, 'server', file), 'utf8'));
}

function certificate(folder) {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const subject = ['-subj', `/CN=${HERE}`, '-addext', `subjectAltName=IP:${HERE}`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { key, cert };
}

const START = {
  nginx({ folder, root, ports, ancestors, change }) {
    const { key, cert } = certificate(folder);
    const own = filledIn('nginx.conf', [
      ['listen 443 ssl http2;', `listen ${HERE}:${ports.https} ssl http2;`, 1],
      ['listen [::]:443 ssl http2;', '', 1],
      ['listen 80;', `listen ${HERE}:${ports.http};`, 1],
      ['listen [::]:80;', '', 1],
      [`/etc/ssl/certs/${HOST}.pem`, cert, 1],
      [`/etc/ssl/private/${HOST}.key`, key, 1],
      ['root /var/www/rekenhulp;', `root ${root};`, 1],
      [`server_name ${HOST};`, `server_name ${HERE};`, 2],
      [`default "'self'";`, `default "${ancestors}";`, 1],
    ]);
    writeFileSync(join(folder, 'site.conf'), change(own));
    const temporary = ['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi'];
    writeFileSync(join(folder, 'nginx.conf'), `
      load_module ${PROGRAMS}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
      daemon off; master_process off; pid ${folder}/pid; error_log stderr;
      events {}
      http { ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} include ${folder}/site.conf; }
    `);
    return spawn(join(PROGRAMS, 'usr/sbin/nginx'), ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  },
  caddy({ folder, root, ports, ancestors, change }) {
    const own = filledIn('Caddyfile', [
      [`\n${HOST} {\n`, `\nhttps://${HERE}:${ports.https} {\n\ttls internal\n`, 1],
      ['root * /var/www/rekenhulp', `root * ${root}`, 1],
      [`frame-ancestors 'self'"`, `frame-ancestors ${ancestors}"`, 1],
    ]);
    const around = `{
      admin off
      skip_install_trust
      http_port ${ports.http}
      https_port ${ports.https}
      storage file_system ${folder}/storage
    }\n`;
    writeFileSync(join(folder, 'Caddyfile'), change(around + own));
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    return spawn(join(PROGRAMS, 'usr/bin/caddy'), ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  },
};

/**
 * A server of the site, of a copy that the test may change. `ancestors` are the sites that may frame it; `change` may make
 * the configuration another.
 */
export async function serve(name, { ancestors = "'self'", change = (text) => text } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `rekenhulp-${name}-`));
  const root = join(folder, 'site');
  cpSync(SITE, root, { recursive: true });
  mkdirSync(join(folder, 'storage'));
  const [http, https] = await freePorts(2);
  const program = START[name]({ folder, root, ports: { http, https }, ancestors, change });
  let said = '';
  [program.stdout, program.stderr].forEach((stream) => stream.on('data', (text) => { said += text; }));
  const stop = async () => {
    const ended = new Promise((resolve) => { program.once('exit', resolve); });
    if (program.exitCode === null && program.kill()) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const server = { root, base: `https://${HERE}:${https}/`, plain: `http://${HERE}:${http}/`, stop };
  for (let left = 200; ; left -= 1) {
    const answer = await ask(server.base).catch(() => null);
    if (answer) return server;
    if (left === 0 || program.exitCode !== null) {
      await stop();
      throw new Error(`${name} does not answer:\n${said}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** The answer to a request, as it was sent: nothing is decompressed or followed. */
export function ask(base, path = '', { method = 'GET', encoding = 'identity', headers = {} } = {}) {
  const send = base.startsWith('https') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const options = { method, path: `/${path}`, headers: { 'Accept-Encoding': encoding, ...headers }, rejectUnauthorized: false, agent: false };
    const sent = send(new URL(base), options, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
