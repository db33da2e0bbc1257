#!/usr/bin/env node
/**
 * Starts Electron in the network namespace that a process keeps, with the `resolv.conf` of a folder, and brings the ports
 * at which it lets itself be driven out to this one: its lines that name them name the ones here. Ends as it ends, and
 * with a word when it cannot be driven.
 *
 * node inNamespace.mjs <pid> <folder> <electron> [Electron's arguments]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const [keeper = '', folder = '', electron = '', ...args] = process.argv.slice(2);
const own = mkdtempSync(path.join(os.tmpdir(), 'cachet-drive-'));
const door = path.join(own, 'door');

/** What is run dies with this process, however that dies. */
const within = [`--net=/proc/${keeper}/ns/net`, 'setpriv', '--pdeathsig', 'KILL'];

/** Who comes in by the door says first, in two bytes, which port they want. */
const inside = `require('node:net').createServer((one) => one.once('data', (first) => {
  const other = require('node:net').createConnection(first.readUInt16BE(), '127.0.0.1');
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
  if (first.length > 2) other.write(first.subarray(2));
  one.pipe(other).pipe(one);
})).listen(${JSON.stringify(door)}, () => console.log('open'))`;

const porter = spawn('nsenter', [...within, process.execPath, '-e', inside], { stdio: ['ignore', 'pipe', 'inherit'] });
const opened = new Promise((resolve) => porter.stdout.once('data', resolve));
porter.on('error', fail).on('exit', (code) => fail(new Error(`the port is not brought out: ${code}`)));

const named = `mount --bind '${folder}/resolv.conf' /etc/resolv.conf && exec "$0" "$@"`;
const ownFiles = ['unshare', '--mount', '--propagation', 'slave', 'sh', '-c', named];
const desk = spawn('nsenter', [...within, ...ownFiles, electron, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
desk.on('error', fail).on('exit', (code, signal) => {
  end();
  if (signal) process.kill(process.pid, signal);
  process.exit(code ?? 1);
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => desk.kill('SIGTERM'));
process.on('exit', end).on('uncaughtException', fail);

let rest = '';
let telling = Promise.resolve();
desk.stderr.setEncoding('utf8');
desk.stderr.on('data', (/** @type {string} */ text) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) telling = telling.then(() => told(line)).catch(fail);
});

/** @param {string} line */
async function told(line) {
  const [, before, port, after] = line.match(/^(.*listening on ws:\/\/127\.0\.0\.1:)(\d+)(.*)$/) ?? [];
  process.stderr.write(port ? `${before}${await broughtOut(Number(port))}${after}\n` : `${line}\n`);
}

/** @param {number} port */
async function broughtOut(port) {
  await opened;
  const wanted = Buffer.alloc(2);
  wanted.writeUInt16BE(port);
  const server = createServer((one) => {
    const other = createConnection(door);
    one.on('error', () => other.destroy());
    other.on('error', () => one.destroy());
    other.write(wanted);
    one.pipe(other).pipe(one);
  });
  await new Promise((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', () => resolve(null)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a port without a number');
  return address.port;
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`inNamespace: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}

function end() {
  porter.kill('SIGKILL');
  desk.kill('SIGKILL');
  rmSync(own, { recursive: true, force: true });
}
