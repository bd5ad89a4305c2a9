// Measures the engine against tools that an analyst would take instead: the founding scenario written by hand in NumPy and in Squiggle
// (tools/analysts), of which each is told to be left out where it is not installed. Before anything is timed the hand-written models must
// have the engine's rows in every month, of the scenario as it is and of others, and their drawn cases its chance. They compute what they
// name and no more; the engine computes a general model, of which these rows need some thousand operations a month.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}tools/analysts/`;
const NAME = "half-the-data-center";
const PATHS = 10_000;
/** So many cases more tell what a case costs without the start. */
const MORE_PATHS = 200_000;
const ROUNDS = 5;
/** So far a hand-written row may be from the engine's, in parts of itself: sums are added in another order. */
const TOLERANCE = 1e-9;
/** So far apart may be what 10,000 independent draws say of a chance: five standard errors. */
const APART = 5 * Math.sqrt((2 * 0.25) / PATHS);
const FACTOR = [0.9, 1.1];
const MEASURES = ["break_even.operating_income.first", "break_even.free_cash_flow.first"];
const ROWS = ["revenue", "adjusted_ebitda", "operating_income", "free_cash_flow"];

/** What is uncertain: the path of each by its name in the models. */
const UNCERTAIN = {
  reported_revenue: "operator.reported_revenue",
  reported_operating_loss: "operator.reported_operating_loss",
  reported_non_cash_costs: "operator.reported_non_cash_costs",
  site_costs_in_reported: "operator.site_costs_in_reported",
  capital_spending: "operator.capital_spending",
  price: "lease.anthropic.price",
  share: "lease.anthropic.share",
  tva_price: "source.tva.price",
  southaven_price: "source.southaven.price",
  operations_rate: "site.memphis.operations_rate",
};
const { inputs: DECLARED } = JSON.parse(execFileSync(`${root}build/rackonomics`, ["catalog"], { maxBuffer: 1 << 28 }));
const DOCUMENT = JSON.parse(readFileSync(`${root}scenarios/${NAME}.json`, "utf8"));
const STANDS = Object.fromEntries(Object.entries(UNCERTAIN).map(([name, path]) => [name, valueOf(path)]));
/** What is not: the capacity in megawatts that serves first, and what is installed and drawn, which the engine computes. */
const TVA_CAPACITY = valueOf("source.tva.capacity");
const GIVEN = { gpus: "site.gpus_installed", power_demand: "site.power_demand", it_peak_power: "site.it_peak_power" };
/** About half of the cases break even at this price, so that there is a chance to compare. */
const STUDIED = { ...STANDS, price: 6.72 };
const OTHER = { ...STANDS, price: 9, share: 0.4, tva_price: 71, operations_rate: 250_000, reported_operating_loss: 600_000_000, capital_spending: 1_000_000_000 };

const runs = [engineRun({}, STANDS), engineRun(STUDIED, STUDIED), engineRun(OTHER, OTHER)];
const hours = runs[0].months.map(hoursOf);
const ours = engineStudy();
console.log(`${NAME}, ${Object.keys(UNCERTAIN).length} inputs uncertain, ${PATHS.toLocaleString("en")} cases of ${hours.length} months on one core`);
print("engine natively, a study's kernel", ours.each, "its general model; draws, measures and their distribution are in it");
againstNumPy();
await againstSquiggle();

/** A number of the scenario: as it is given there, or else the model's. */
function valueOf(path) {
  const [scope, ...rest] = path.split(".");
  const field = rest.pop();
  const thing = rest.length > 0 ? DOCUMENT[scope].find(({ name }) => name === rest[0]) : DOCUMENT[scope];
  const given = thing[field]?.value ?? thing[field];
  return given ?? DECLARED.find(({ name }) => name === `${scope}.${field}`).default;
}

/** The engine's rows with changes, and all inputs of the models. */
function engineRun(changes, inputs) {
  const { months, rows } = engine("run", ...settings(changes), ...[...ROWS.map((row) => `operator.${row}`), ...Object.values(GIVEN)].flatMap((row) => ["--rows", row]));
  const values = (name) => rows.find((row) => row.name === name).values;
  const given = Object.fromEntries(Object.entries(GIVEN).map(([name, row]) => [name, values(row)[0]]));
  return { months, rows: Object.fromEntries(ROWS.map((row) => [row, values(`operator.${row}`)])), inputs: { ...inputs, ...given, tva_capacity: TVA_CAPACITY } };
}

function engineStudy() {
  const uncertain = Object.values(UNCERTAIN).flatMap((path) => ["--set", `study.${path}={"times":true,"form":"normal","low":${FACTOR[0]},"high":${FACTOR[1]}}`]);
  const asked = (paths) => {
    const begun = performance.now();
    const told = engine("study", ...settings(STUDIED), ...uncertain, ...MEASURES.flatMap((measure) => ["--measure", measure]), "--paths", String(paths));
    return { took: performance.now() - begun, chance: told.chances[0].chance.value };
  };
  const turns = Array.from({ length: ROUNDS }, () => [asked(PATHS), asked(PATHS + MORE_PATHS)]);
  const least = (at) => Math.min(...turns.map((turn) => turn[at].took));
  return { each: ((least(1) - least(0)) / MORE_PATHS) * 1e3, chance: turns[0][0].chance };
}

function engine(command, ...words) {
  const [first, ...others] = [command, NAME, ...words, "--format", "json"];
  const output = execFileSync(`${root}build/rackonomics`, [first, ...others], { env: { ...process.env, GOMAXPROCS: "1" }, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(output);
}

function settings(changes) {
  return Object.entries(changes).flatMap(([name, value]) => ["--set", `${UNCERTAIN[name]}=${value}`]);
}

function hoursOf(month) {
  const [year, number] = month.split("-").map(Number);
  return 24 * new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function againstNumPy() {
  const asked = {
    hours,
    cases: runs.map(({ inputs }) => inputs),
    inputs: runs[1].inputs,
    uncertain: Object.keys(UNCERTAIN),
    factor: FACTOR,
    paths: PATHS,
    rounds: ROUNDS,
  };
  const threads = Object.fromEntries(["OMP", "OPENBLAS", "MKL"].map((name) => [`${name}_NUM_THREADS`, "1"]));
  for (const python of process.env.PYTHON ? [process.env.PYTHON] : ["python3", "/usr/bin/python3"]) {
    const { status, stdout, stderr } = spawnSync(python, [`${folder}founding.py`], { input: JSON.stringify(asked), env: { ...process.env, ...threads }, encoding: "utf8", maxBuffer: 1 << 28 });
    if (status === 3 || status === null) continue; // without NumPy, or no Python
    if (status !== 0) throw new Error(`founding.py: ${stderr}`);
    const told = JSON.parse(stdout);
    for (const [at, { rows }] of runs.entries()) for (const row of ROWS) same(`NumPy, ${row}`, told.rows[at][row], rows[row]);
    alike("NumPy", told.chance);
    print(`${told.version} by hand`, (Math.min(...told.took) / PATHS) * 1e6, `${ROWS.length} rows and two break-evens alone, the same to ${TOLERANCE}`);
    return;
  }
  console.log("against NumPy: NOT measured; there is no python3 with numpy (PYTHON names one)");
}

async function againstSquiggle() {
  const library = `${folder}node_modules/@quri/squiggle-lang/`;
  if (!existsSync(library)) {
    console.log("against Squiggle: NOT measured; npm ci in tools/analysts installs it");
    return;
  }
  const { run } = await import(`${library}dist/index.js`);
  const model = `hours = ${JSON.stringify(hours)}\n${readFileSync(`${folder}founding.squiggle`, "utf8")}`;
  const evaluated = async (text) => {
    const begun = performance.now();
    const { result } = await run(`${model}\n${text}`, { environment: { sampleCount: PATHS, xyPointLength: 1000 } });
    if (!result.ok) throw new Error(`founding.squiggle: ${result.value}`);
    return { value: result.value.result.asJS(), took: performance.now() - begun };
  };
  const record = (inputs) => `{${Object.entries(inputs).map(([name, value]) => `${name}: ${value}`)}}`;
  for (const { inputs, rows } of runs) {
    const { value } = await evaluated(`x = ${record(inputs)}\nList.map(List.upTo(0, ${hours.length - 1}), {|month| income(x, month)})`);
    same("Squiggle, operating_income", value, rows.operating_income);
  }
  const names = Object.keys(UNCERTAIN);
  const spread = (FACTOR[1] - FACTOR[0]) / 2 / 1.6448536269514722;
  const drawn = names.map((name) => `SampleSet.fromDist(${STUDIED[name]} * normal(1, ${spread}))`);
  const inputs = record({ ...runs[1].inputs, ...Object.fromEntries(names.map((name, at) => [name, `drawn[${at}]`])) });
  const question = `mean(SampleSet.mapN([${drawn}], {|drawn| firstMonth(${inputs}) >= 0 ? 1 : 0}))`;
  const turns = [];
  for (let round = 0; round < ROUNDS; round++) turns.push(await evaluated(question));
  alike("Squiggle", turns[0].value);
  const { version } = JSON.parse(readFileSync(`${library}package.json`, "utf8"));
  print(`Squiggle ${version} by hand`, (Math.min(...turns.map(({ took }) => took)) / PATHS) * 1e3, `operating income's break-even alone, the same to ${TOLERANCE}`);
}

function same(what, theirs, rows) {
  const at = rows.findIndex((value, month) => !(Math.abs(theirs[month] - value) <= TOLERANCE * Math.max(1, Math.abs(value))));
  if (at >= 0 || theirs.length !== rows.length) throw new Error(`${what}: in month ${at} it is ${theirs[at]}, and of the engine ${rows[at]}`);
}

function alike(what, chance) {
  if (Math.abs(chance - ours.chance) > APART) throw new Error(`${what}: operating income breaks even in ${chance} of the cases, and by the engine in ${ours.chance}`);
}

/** Microseconds a case. */
function print(what, each, about) {
  console.log(`${what.padEnd(36)} ${each.toFixed(2).padStart(9)} µs a case, ${(each / ours.each).toFixed(2)} × the engine's; ${about}`);
}
