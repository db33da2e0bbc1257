// Facts as documents, pushed by one PouchDB on LevelDB and pulled by another: prints the milliseconds of each as JSON.
import { readFileSync } from 'node:fs';
import PouchDB from 'pouchdb';

const [folder, url, facts] = process.argv.slice(2);
const Stored = PouchDB.defaults({ prefix: `${folder}/` });
const documents = JSON.parse(readFileSync(facts, 'utf8'));
const batches = { batch_size: 500, batches_limit: 10 };

const one = new Stored('one');
await one.bulkDocs(documents);
let started = performance.now();
const pushed = await one.replicate.to(`${url}/shared`, batches);
const push = performance.now() - started;

const other = new Stored('other');
started = performance.now();
const pulled = await other.replicate.from(`${url}/shared`, batches);
const pull = performance.now() - started;
console.log(JSON.stringify({ push, pull, pushed: pushed.docs_written, pulled: pulled.docs_written }));
process.exit(0);
