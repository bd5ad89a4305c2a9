// Runs engine.wasm in Node as the page's worker does, and prints the numbers and
// the text of each case's run in base64, two lines a case.
// Usage: node tables.mjs wasm_exec.js engine.wasm < cases.json
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [wasmExec, engine] = process.argv.slice(2);
createRequire(import.meta.url)(wasmExec);
const go = new globalThis.Go();
const { instance } = await WebAssembly.instantiate(readFileSync(engine), go.importObject);
go.run(instance);

const call = (kind, request) => {
  let answer = globalThis.rackonomics.begin(kind, JSON.stringify(request));
  while (answer.progress) answer = globalThis.rackonomics.step();
  const body = JSON.parse(answer.json);
  if (body.problems) throw new Error(JSON.stringify(body.problems));
  return answer;
};
const lines = [];
for (const { name, ...request } of JSON.parse(readFileSync(0, "utf8"))) {
  call("open", { as: 1, name });
  const { numbers, json } = call("run", request);
  lines.push(Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64"), Buffer.from(json).toString("base64"));
}
writeFileSync(1, lines.join("\n") + "\n");
process.exit(0); // main of engine.wasm waits for calls forever
