#!/usr/bin/env node
/**
 * Starts Electron in the network namespace that `CACHET_NAMESPACE` names, and brings the ports at which it lets itself be
 * driven out to this one: whoever drives it finds them at the same number.
 */
import { spawn } from 'node:child_process';
import { createConnection, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const { CACHET_NAMESPACE: namespace = '', CACHET_NAMESPACE_PROGRAM: program = '' } = process.env;
const within = ['netns', 'exec', namespace];

const child = spawn('ip', [...within, program, ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'pipe'] });
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));

let rest = '';
let telling = Promise.resolve();
child.stderr.setEncoding('utf8');
child.stderr.on('data', (/** @type {string} */ text) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) telling = telling.then(() => told(line));
});

/** @param {string} line */
async function told(line) {
  const [, port] = line.match(/listening on ws:\/\/127\.0\.0\.1:(\d+)/) ?? [];
  if (port) await broughtOut(Number(port));
  process.stderr.write(`${line}\n`);
}

/** @param {number} port */
async function broughtOut(port) {
  const socket = path.join(os.tmpdir(), `cachet-${process.pid}-${port}.sock`);
  const forward = `require('node:net').createServer((one) => {
    const other = require('node:net').createConnection(${port}, '127.0.0.1');
    one.on('error', () => other.destroy());
    other.on('error', () => one.destroy());
    one.pipe(other).pipe(one);
  }).listen(${JSON.stringify(socket)}, () => console.log('ready'))`;
  const inside = spawn('ip', [...within, process.execPath, '-e', forward], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => inside.kill());
  await new Promise((resolve) => inside.stdout.once('data', resolve));
  const outside = createServer((one) => {
    const other = createConnection(socket);
    one.on('error', () => other.destroy());
    other.on('error', () => one.destroy());
    one.pipe(other).pipe(one);
  });
  await new Promise((resolve) => outside.listen(port, '127.0.0.1', () => resolve(null)));
}
