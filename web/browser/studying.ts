// Studies by engines of their own, started as the page starts its ones. It imports nothing, since it runs in the page and the measurements use it too.

export interface Asked {
  /** A shipped scenario. */
  name: string;
  /** What is uncertain; without it the values of the scenario's inputs are told alone. */
  changes?: readonly { path: string; value: unknown }[];
  workers: number;
  with?: "machine";
  /** So many times, each with another number of the scenario; once if it is not said. */
  times?: number;
  /** A map that is asked for as often, in parts of a few rows, beside the study. */
  map?: { goal: object; x: object; y: object; points: number };
  /** A script that runs in the workers before the engine. */
  before?: string;
}

export interface Studied {
  values: { [path: string]: { value: unknown; given: boolean } };
  /** By what each block was computed, each once. */
  computed: string[];
  /** Of the bits of all numbers, by block. */
  hash: number;
  /** Of the last time. */
  chances: string[];
  /** Milliseconds to the numbers of all blocks, and to what they come to: each time. */
  numbersAfter: number[];
  answerAfter: number[];
  /** The same to all points of the map. */
  mapAfter: number[];
  /** Milliseconds that generated code ran until the numbers of all blocks, each time, in all workers together, where a script before the engine has them tell it. */
  ranFor: number[];
}

/** In the page. */
export async function study({ name, changes, workers, with: by, times = 1, map, before = "" }: Asked): Promise<Studied> {
  const { addresses } = JSON.parse(document.getElementById("assets")!.textContent!);
  const parts = ["wasm_exec.js", "worker.js"].map(async (part) => (await fetch(addresses[part])).text());
  const script = URL.createObjectURL(new Blob([[before, ...(await Promise.all(parts))].join("\n;\n")], { type: "text/javascript" }));
  const module = await WebAssembly.compile(await (await fetch(addresses["engine.wasm"])).arrayBuffer());
  const started = await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(script);
      let heard: (data: { json?: string; numbers?: Float64Array; ran?: number }) => void;
      const next = () => new Promise<{ json?: string; numbers?: Float64Array; ran?: number }>((resolve) => (heard = resolve));
      // Progress is told in between.
      worker.onmessage = ({ data }) => data.progress === undefined && heard(data);
      const ready = next();
      worker.postMessage({ start: module });
      await ready;
      let id = 0;
      const ask = async (kind: string, request: object, numbers?: Float64Array) => {
        const answer = next();
        worker.postMessage({ id: ++id, kind, request: JSON.stringify(request), ...(numbers && { numbers }) });
        const came = await answer;
        if (!came.json) throw new Error(JSON.stringify(came));
        const body = JSON.parse(came.json);
        if (body.problems) throw new Error(JSON.stringify(body.problems));
        return { body, numbers: came.numbers!, ran: came.ran ?? 0 };
      };
      const { body } = await ask("open", { as: 1, name });
      return { worker, ask, values: body.document.values as Studied["values"] };
    }),
  );
  const { values } = started[0]!;
  const studied: Studied = { values, computed: [], hash: 0, chances: [], numbersAfter: [], answerAfter: [], mapAfter: [], ranFor: [] };
  const path = changes?.[0]?.path.replace(/^study\./, "") ?? "";
  for (let time = 0; changes && time < times; time++) {
    const now = [...changes, ...(time > 0 ? [{ path, value: Number(values[path]!.value) * (1 - time / 1000) }] : [])];
    const begun = performance.now();
    const blocks: Float64Array[] = [];
    const computed = new Set<string>();
    let asked = 0;
    let all = workers;
    let ranFor = 0;
    const compute = async ({ ask }: (typeof started)[number]) => {
      while (asked < all) {
        const from = asked++;
        const { body, numbers, ran } = await ask("study", { of: 1, changes: now, from, to: from + 1, ...(by && { with: by }) });
        all = body.blocks;
        if (from >= all) return;
        blocks[from] = numbers;
        ranFor += ran;
        computed.add(body.computed);
      }
    };
    await Promise.all(started.map(compute));
    studied.numbersAfter.push(performance.now() - begun);
    studied.ranFor.push(ranFor);
    const numbers = Float64Array.from(blocks.flatMap((block) => [...block]));
    const lengths = blocks.map(({ length }) => length);
    const { body } = await started[0]!.ask("gather", { of: 1, changes: now, holds: [], blocks: [...blocks.keys()], lengths }, numbers);
    studied.answerAfter.push(performance.now() - begun);
    studied.computed = [...computed];
    studied.chances = body.chances.map(({ text }: { text: string }) => text);
    for (const half of new Int32Array(numbers.buffer)) studied.hash = Math.imul(studied.hash ^ half, 16777619);
  }
  for (let time = 0; map && time < times; time++) {
    const now = [{ path: "operator.reported_revenue", value: 1e8 + time }];
    const begun = performance.now();
    let asked = 0;
    const compute = async ({ ask }: (typeof started)[number]) => {
      while (asked < map.points) {
        const from = asked;
        asked += 3;
        await ask("map", { of: 1, changes: now, ...map, from, to: Math.min(asked, map.points) });
      }
    };
    await Promise.all(started.map(compute));
    studied.mapAfter.push(performance.now() - begun);
  }
  for (const { worker } of started) worker.terminate();
  URL.revokeObjectURL(script);
  return studied;
}

/** A script after which a worker refuses modules with vectors, as a browser without SIMD does; generated code has them, whole engines come compiled. */
export const WITHOUT_SIMD = `{
  const { Module } = WebAssembly;
  const hasVectors = (bytes) => bytes.byteLength > 100 || new Uint8Array(bytes).includes(0x7b);
  WebAssembly.Module = function (bytes) {
    if (hasVectors(bytes)) throw new WebAssembly.CompileError("there is no SIMD");
    return new Module(bytes);
  };
}`;
