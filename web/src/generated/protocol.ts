// Written from wasm/protocol by tools/protocoltypes (make generate). Do not edit.

/**
 * CompareRequest asks what differs between a scenario with changes and up to three
 * others, each given whole as a document.
 */
export interface CompareRequest {
  of: number;
  changes: Change[];
  others: string[];
}

/** CompareAnswer lists what differs, in the order of the page. */
export interface CompareAnswer extends Refusal {
  differences: Differing[];
}

/** Whose says whether an input is the world's or someone's decision. */
export type Whose = "" | "world" | "decision";

/** Differing is an input, a thing or a name that is not the same in all of them. */
export interface Differing {
  path: string;
  /** what it is of */
  thing?: string;
  title: string;
  whose: Whose;
  /** of the scenario and each other; null where it has no such thing */
  values: Value[];
}

/**
 * AttributeRequest asks how much of the difference of a figure, from another scenario
 * to one with changes, each of what differs makes. A figure is a measure, or
 * "row@thing in 2027-05", or "in 2027". Above eight changes it is sampled, and the
 * samples come in rounds, after each of which there is an estimate.
 */
export interface AttributeRequest {
  of: number;
  changes: Change[];
  /** the other scenario as a document */
  from: string;
  figure: string;
  /** from 0; the last of fewer where there are fewer */
  round?: number;
}

/** AttributeAnswer is the difference in parts. */
export interface AttributeAnswer extends Refusal {
  attribution?: Attribution;
  /** the next round tells more of it */
  refines?: boolean;
}

/**
 * Attribution is the difference of a figure, parted by Shapley values: the parts add
 * up to it.
 */
export interface Attribution {
  title: string;
  from: Value;
  to: Value;
  /** none where one of them has no such figure */
  difference?: Value;
  /** the figure where it begins, as a number; of a month and a day counted by the calendar */
  base: number;
  parts: AttributionPart[];
  /** and not sampled */
  exact: boolean;
  /** scenarios that were computed */
  runs: number;
  /** in how many of them there is no such figure; then there are no parts */
  absent?: number;
}

/** AttributionPart is what a change makes of the difference. */
export interface AttributionPart {
  /** that can only be exchanged together */
  paths: string[];
  title: string;
  whose: Whose;
  value: Value;
  /** standard error, of what was sampled */
  error: Value;
}

/**
 * Later names the calls that are answered by later.wasm alone: they need much that
 * a first view does not.
 */
export type Later = "workbook" | "entered" | "picture";

/** RowsRequest asks for every row of the model in every month. */
export interface RowsRequest {
  of: number;
  changes: Change[];
}

/**
 * RowsAnswer goes with the numbers of its rows: those of the first row, one a
 * month, then those of the next. NaN stands where there is no value.
 */
export interface RowsAnswer extends Refusal {
  /** 2026-05 */
  months?: string[];
  rows?: RowOfThing[];
}

/** RowOfThing says what a row is, and of which thing. */
export interface RowOfThing {
  name: string;
  title: string;
  unit: string;
  instance: string;
  /** as people call it */
  thing: string;
}

/**
 * WorkbookRequest asks for the scenario with changes as a spreadsheet with live
 * formulas.
 */
export interface WorkbookRequest {
  of: number;
  changes: Change[];
}

/**
 * WorkbookAnswer goes with the file: its bytes, eight of them a number, as they lie
 * in the memory of a Float64Array. The last number may hold some that are none.
 */
export interface WorkbookAnswer extends Refusal {
  bytes?: number;
}

/**
 * EnteredRequest goes with a workbook, packed as that of a [WorkbookAnswer], and
 * asks for what was changed in its inputs. It is of no scenario that is open.
 */
export interface EnteredRequest {
  of: number;
  bytes: number;
}

/**
 * EnteredAnswer holds the document that the workbook was made of, as JSON text, and
 * what was changed in it since.
 */
export interface EnteredAnswer extends Refusal {
  document?: string;
  changes?: Change[];
}

/** Problem says what is wrong with one input. */
export interface Problem {
  /** scope.instance.input; empty where no input is meant */
  path: string;
  message: string;
}

/** Level grades a notice. */
export type Level = "info" | "warning" | "error";

/** Notice is something to know about what was opened. */
export interface Notice {
  level: Level;
  text: string;
}

/**
 * Change is one departure from the base: an input's new value, or a thing that
 * is added, replaced or removed (null).
 */
export interface Change {
  path: string;
  value: unknown;
}

/** Looking is what is looked at, as opposed to what is assumed. */
export interface Looking {
  /** counted from the scenario's start */
  month?: number;
  select?: string;
  /** of the reference */
  entry?: string;
  /** of the page */
  section?: string;
  /** the figure that is asked about */
  why?: string;
  /** of the scenario's story */
  step?: string;
  /** what it is held against, at most three */
  compared?: Compared[];
}

/**
 * Compared is another scenario that the one open is compared with: one that is
 * shipped, or the base of the one open, by name and content hash; and what was
 * changed of it.
 */
export interface Compared {
  name: string;
  hash: string;
  changes: Change[];
}

/** Base is the scenario that changes are made to. */
export interface Base {
  name: string;
  title: string;
  about: string;
  as_of: string;
  hash: string;
  /** it is what its name opens */
  shipped: boolean;
  story?: StoryHead;
}

/** StoryHead says that a scenario tells a story, before it is opened. */
export interface StoryHead {
  title: string;
  steps: number;
}

/** Document is a scenario as the page's controls show it. */
export interface Document {
  start: string;
  months: number;
  instances: Instance[];
  /** by path */
  values: { [name: string]: InputValue };
  study?: Study;
  /** paths of the inputs that matter */
  levers: string[];
}

/**
 * DocumentChanges is what a document has that the base has not: the start and
 * length and the study in any case, the things where they are others or have other titles,
 * and every value that is another or stands on other ground.
 */
export interface DocumentChanges {
  start: string;
  months: number;
  instances?: Instance[];
  values: { [name: string]: InputValue };
  study?: Study;
}

/** Instance is one thing of a scenario. */
export interface Instance {
  scope: string;
  name: string;
  title: string;
  parent: string;
}

/** InputValue is the value of an input with its provenance. */
export interface InputValue {
  value: unknown;
  /** and not the default */
  given: boolean;
  note?: string;
  sources?: Source[];
  /** no source but an estimate states it */
  assumption: boolean;
}

/** Confidence grades a source. */
export type Confidence = "H" | "M" | "L" | "DER" | "EST" | "";

/** Source says where a figure comes from. */
export interface Source {
  label: string;
  url?: string;
  date?: string;
  /** that this source states, where sources disagree */
  value?: unknown;
  confidence?: Confidence;
}

/** Against is what a number is compared with where it is asked why. */
export type Against = "previous" | "base";

/** Comparison tells what made the difference of a number to another. */
export interface Comparison {
  root: Difference;
  /** against the base: the inputs that made it, the largest part first */
  moved?: Difference[];
}

/** Difference is a row, an input or a sum on two sides, and what made it. */
export interface Difference {
  /** scope.row or scope.input; empty of several together */
  name: string;
  /** of the reference, where it has one */
  entry?: string;
  instance?: string;
  title: string;
  unit: string;
  percent?: boolean;
  /** where there is one */
  from?: Standing;
  to?: Standing;
  part?: number;
  /** what stands below counts for the difference of this */
  head?: boolean;
  /** what a month added, which has no value before */
  added?: boolean;
  /** the rule by which what stands below was found */
  how?: string;
  /** of an input: where its control is */
  path?: string;
  /** how many smaller ones this stands for */
  rest?: number;
  /** it is a row of the instance in a month of the scenario */
  askable?: boolean;
  /** its branches stand elsewhere in the tree already */
  repeated?: boolean;
  /** it has branches that are left out, because the tree is large */
  cut?: boolean;
  children?: Difference[];
}

/** Standing is what stands on one side of a difference. */
export interface Standing {
  month?: string;
  instance?: string;
  /** a number, the text of an input that is none, or null */
  value: unknown;
}

/** Explanation is a row, an input or a sum, and what it was made of. */
export interface Explanation {
  /** scope.row or scope.input */
  name: string;
  /** of the reference, where it has one */
  entry?: string;
  instance?: string;
  month?: string;
  /** the month is after the scenario, where a contract or a loan goes on */
  after?: boolean;
  title: string;
  unit: string;
  percent?: boolean;
  /** a number, the text of an input that is none, or null */
  value: unknown;
  formula?: string;
  note?: string;
  /** of an input: where its control is */
  path?: string;
  sources?: Source[];
  assumption?: boolean;
  /** its branches stand elsewhere in the tree already */
  repeated?: boolean;
  /** it has branches that are left out, because the tree is large */
  cut?: boolean;
  /** and is a row of the instance in the month, which can be asked about on its own */
  askable?: boolean;
  /** of a measure: the months in which its children are told */
  decided?: Decision[];
  children?: Explanation[];
}

/** Decision is the month that decided the value of a reduction. */
export interface Decision {
  function: string;
  month: string;
  /** the scenario */
  after?: boolean;
  /** "the month that counts most" */
  which: string;
}

/**
 * PictureRequest asks for a drawing of the sites in a month, counted from the
 * scenario's start, for where there is no canvas.
 */
export interface PictureRequest {
  of: number;
  changes: Change[];
  month: number;
  /** "#rrggbb" of the uses of the plan, in their order */
  colours: string[];
  /** CSS pixels */
  width: number;
  height: number;
  dark?: boolean;
  /** seen from above */
  above?: boolean;
  scale?: PictureScale;
}

/**
 * PictureScale says how much of the sites the lengths of a drawing stand for: the larger a number, the coarser the
 * drawing, and 0 where it has no such thing, or none is asked for. Drawings with the same scale can be held against each
 * other.
 */
export interface PictureScale {
  /** of ground to a CSS pixel */
  metres: number;
  /** that a block in a hall stands for */
  block_racks: number;
  /** of a unit of a power yard */
  source_megawatts: number;
  /** of a cooling unit */
  cooling_megawatts: number;
  /** that a satellite stands for */
  satellite_racks: number;
  /** to a CSS pixel, side by side */
  satellites_across: number;
  /** to a CSS pixel, one under the other */
  satellites_down: number;
  /** to a CSS pixel of the width of a cable */
  cable_megawatts: number;
  /** in a month, of the thickest flow of money */
  flow_dollars: number;
  /** in a month, of the level's box to either side of zero */
  kept_dollars: number;
}

/** PictureAnswer is the drawing and what it shows in words. */
export interface PictureAnswer extends Refusal {
  svg?: string;
  summary?: string;
  scale?: PictureScale;
}

/** Refusal is why a call has no answer; then there is nothing else in it. */
export interface Refusal {
  problems?: Problem[];
  /** no scenario of the number asked about is open here: open it again */
  unopened?: boolean;
}

/** OpenRequest opens a scenario, named in exactly one of three ways. */
export interface OpenRequest {
  /** under which number the page will speak of it */
  as: number;
  name?: string;
  link?: string;
  document?: string;
}

/** OpenAnswer is what was opened. */
export interface OpenAnswer extends Refusal {
  notices?: Notice[];
  base?: Base;
  /** that the link makes */
  changes?: Change[];
  view?: Looking;
  /** the base's */
  document?: Document;
}

/**
 * RunRequest runs a scenario with changes and shows what is open of it: views, and
 * the floor. The month is the one looked at, counted from the scenario's start;
 * without one it is where one begins to look. A page that will hold what comes of it
 * numbers it, with a number that it never uses again, and names the number of what it
 * holds: of what is as it was there the answer only says so. An engine that does not
 * have that one answers all of it, as it does where none is named.
 */
export interface RunRequest {
  of: number;
  changes: Change[];
  views: ViewWish[];
  month?: number;
  floor?: boolean;
  /** the name of those that the page has */
  heads?: string;
  /** under which number the page will hold the answer; 0 where it does not */
  hold?: number;
  /** and under which it holds an answer of this scenario */
  held?: number;
}

/**
 * RunAnswer goes with the numbers of the lines of its views: those of the first
 * line of the first view, one a period, then those of the next. A heading has
 * none, nor has a view that is kept. NaN stands where there is no value. After them
 * come those of the plan.
 */
export interface RunAnswer extends Refusal {
  document?: DocumentChanges;
  /** that the views are of */
  month: number;
  /** says what is in them: what is named alike is the same */
  heads_name: string;
  /** unless the request names just these */
  heads?: Heads;
  /** those asked for that it has, in the order of the request */
  views?: View[];
  /** of the floor, where that was asked for */
  plan?: Plan;
  /** why things get less than they ask for, each at its path */
  obstacles?: Problem[];
  /** by what, in words; the figures are the same whatever it was */
  computed?: string;
}

/**
 * Plan is that of the floor as the scene takes it: who uses what stands there. Its
 * head is engine/floor.Plan as JSON. The page hands head and numbers on as they
 * are, with a colour for the role and place of each of the uses.
 */
export interface Plan {
  head?: string;
  /** head and events are those of the answer that the request names as held */
  kept?: boolean;
  /** why there is none */
  problem?: string;
  /** of the time line, in their order */
  events?: Event[];
}

/** LinkRequest asks for the link to a scenario with changes and a view. */
export interface LinkRequest {
  of: number;
  changes: Change[];
  view: Looking;
}

/** LinkAnswer holds the fragment, "#s=…". */
export interface LinkAnswer extends Refusal {
  fragment?: string;
}

/**
 * ExplainRequest asks why a row is what it is, of one thing or of several
 * together, in the month, quarter or year that a month is in, counted from the
 * scenario's start; or why a measure is.
 */
export interface ExplainRequest {
  of: number;
  changes: Change[];
  /** then there is nothing below */
  measure?: string;
  row?: string;
  /** of the row's scope; all of it where none is named */
  instances?: string[];
  month?: number;
  /** by month where it is not said */
  by?: Step;
  /** told with the other sign, as what counts against a total */
  less?: boolean;
  against?: Against;
}

/**
 * ExplainAnswer is a tree of reasons or, where it was asked what a number is
 * against another, of what made their difference.
 */
export interface ExplainAnswer extends Refusal {
  explanation?: Explanation;
  compared?: Comparison;
}

/** DocumentRequest asks for the scenario with changes as a document. */
export interface DocumentRequest {
  of: number;
  changes: Change[];
}

/** DocumentAnswer holds the document as JSON text. */
export interface DocumentAnswer extends Refusal {
  document?: string;
}

/** Progress says how far a call is that takes long. */
export interface Progress {
  /** in words: "compiling the model" */
  doing: string;
  /** from 0 to 1, of the steps and not of the time */
  part: number;
}

/**
 * ReferenceRequest asks for the values that everything with a name in a scenario
 * with changes has in a month, counted from the scenario's start.
 */
export interface ReferenceRequest {
  of: number;
  changes: Change[];
  month: number;
  /** that the page lacks; no change of the scenario changes them */
  entries: boolean;
}

/**
 * ReferenceAnswer goes with the numbers of the entries that are numbered: one of
 * each thing of the entry's scope, in the order of the entries and of the things.
 * NaN stands where there is no value.
 */
export interface ReferenceAnswer extends Refusal {
  /** where the request asks for them */
  entries?: Entry[];
  things?: Instance[];
  /** of measures, and of rows that are a month or a day */
  values?: EntryValue[];
}

/**
 * Entry is a row, an input, a measure or a function of the model: what it is, who
 * reads it, and what the names in its formula lead to. Of an input that is not
 * numbered the page has the value with the document.
 */
export interface Entry {
  /** scope.name, or that of a function; of a measure "measure.", its scope and its name */
  id: string;
  is: EntryKind;
  name: string;
  /** none of a function that all have */
  scope: string;
  group: string;
  title: string;
  unit: string;
  /** of a row how months make a year, else of which kind the value is */
  kind: string;
  /** the entry that weighs a rate */
  by?: string;
  percent?: boolean;
  numbered?: boolean;
  note: string;
  formula?: FormulaPart[];
  /** a condition without which a measure is not told */
  when?: FormulaPart[];
  sources?: Source[];
  /** entries */
  read_by?: string[];
  /** views */
  shown_by?: string[];
}

/** EntryKind says what an entry is. */
export type EntryKind = "row" | "input" | "measure" | "function";

/** FormulaPart is a name in a formula, with its entry, or what stands between names. */
export interface FormulaPart {
  text: string;
  entry?: string;
}

/** EntryValue is the value that a thing has of an entry. */
export interface EntryValue {
  entry: string;
  thing: string;
  value: Value;
}

/**
 * Goal is what is sought: a measure, or a row of a thing in a month, at least, at
 * most or at a target. Without a sense it is what people first ask of that figure.
 */
export interface Goal {
  /** with @thing where several have it; or */
  measure?: string;
  row?: string;
  instance?: string;
  month?: string;
  sense?: Sense;
  target: Amount;
}

/** Sense says on which side of its target a goal is met. */
export type Sense = "" | ">=" | "<=" | "=";

/** Amount is a number, or a month or a day as text. */
export interface Amount {
  number: number;
  text?: string;
}

/** Sought is what a goal asks of. */
export interface Sought {
  title: string;
  unit: string;
  percent?: boolean;
  kind: FigureKind;
  beside?: string;
}

/** FigureKind says what a figure is. */
export type FigureKind = "number" | "month" | "day";

/**
 * LeversRequest asks what would be tried first to meet a goal in a scenario with
 * changes.
 */
export interface LeversRequest {
  of: number;
  changes: Change[];
  goal: Goal;
}

/** LeversAnswer has the goal completed. */
export interface LeversAnswer extends Refusal {
  goal?: Goal;
  sought?: Sought;
  /** of inputs, in the order in which they are told */
  paths?: string[];
}

/** MeasuresRequest asks what can be sought in a scenario with changes. */
export interface MeasuresRequest {
  of: number;
  changes: Change[];
}

/** MeasuresAnswer lists the measures that are numbers, months or days. */
export interface MeasuresAnswer extends Refusal {
  measures?: NamedMeasure[];
}

/** NamedMeasure is a measure, of a thing where several have it. */
export interface NamedMeasure {
  name: string;
  title: string;
}

/**
 * SolveRequest asks for every value of an input, where people would look, at which the
 * goal begins or ceases to be met.
 */
export interface SolveRequest {
  of: number;
  changes: Change[];
  goal: Goal;
  path: string;
}

/** SolveAnswer has what was found, each point by a run of the whole model. */
export interface SolveAnswer extends Refusal {
  solved?: Solved;
}

/** Solved is for what values of an input a goal is met. */
export interface Solved {
  /** the input changes over time: its values here are factors of today's */
  times?: boolean;
  low: Value;
  high: Value;
  now: SolvePoint;
  /** by value */
  solutions: Solution[];
  /** where it is met nowhere, unless the figure is nowhere at all */
  nearest?: SolvePoint;
  everywhere?: boolean;
  /** by what values were tried, in words; the points themselves are of the plain model */
  computed: string;
}

/** Solution is where a goal begins or ceases to be met. */
export interface Solution {
  met: Side;
  /** the figure jumps over the target */
  jumps?: boolean;
  /** of the fewest digits with which it is met */
  at: SolvePoint;
  /** a step of its last digit beyond, where it is not */
  beside: SolvePoint;
}

/** Side says where a goal is met. */
export type Side = "above" | "below" | "at";

/** SolvePoint is a value of an input and what comes of it. */
export interface SolvePoint {
  /** of the input */
  value: Value;
  figure: Value;
  /** of a break-even: the result in its best month until the target */
  best?: Value;
  met: boolean;
  /** what a document says for the value */
  set: unknown;
}

/** Axis is an input of a map. */
export interface Axis {
  path: string;
  /** where people would look, if it is not said */
  low?: Amount;
  high?: Amount;
  /** values to take in, where no range is said */
  with?: Amount[];
}

/**
 * MapRequest asks for a goal over two inputs, some values of each, evenly spaced: of
 * the rows of the grid from one to before another, in the order of Y.
 */
export interface MapRequest {
  of: number;
  changes: Change[];
  goal: Goal;
  x: Axis;
  y: Axis;
  /** of each, 2 to 64 */
  points: number;
  from?: number;
  /** to the end where it is none */
  to?: number;
  /** where the point is that is told by itself, if not where the scenario is */
  at_x?: Amount;
  at_y?: Amount;
}

/**
 * MapAnswer goes with three numbers a point: the figure, or of a break-even the result
 * in its best month until the target; how far the goal is met, negative where it is
 * not; and the figure as it is, months or days from the scenario's start. Points
 * follow X first. NaN stands where there is none.
 */
export interface MapAnswer extends Refusal {
  sought?: Sought;
  x?: MapAxis;
  y?: MapAxis;
  /** with the first rows, or where no row is asked: of the scenario as it is, or where was asked; its value is that of Y */
  now?: SolvePoint;
  /** by what, in words */
  computed: string;
}

/** MapAxis is an input of a map as it was computed. */
export interface MapAxis {
  times?: boolean;
  values: Value[];
  /** the same as numbers, of months and days by a count of their own */
  at: number[];
  now: Value;
  now_at: number;
}

/**
 * ContourRequest goes with the numbers of a whole map: those of its X, of its Y, and of
 * every point how far the goal is met.
 */
export interface ContourRequest {
  of: number;
  /** how many */
  x: number;
  y: number;
}

/**
 * ContourAnswer goes with the lines along which the goal begins to be met: the X and
 * the Y of each vertex, one line after the other.
 */
export interface ContourAnswer extends Refusal {
  /** in vertices */
  lengths?: number[];
}

/**
 * TakingRequest asks what is said of a view beside what its run says, which only solving
 * finds: what it would take for results to be others.
 */
export interface TakingRequest {
  of: number;
  changes: Change[];
  view: string;
}

/** TakingAnswer has sentences like those of the view; none where there is nothing to say. */
export interface TakingAnswer extends Refusal {
  sentences: Piece[][];
}

/**
 * StoryRequest asks for the story of a scenario as it was opened, whatever is
 * changed: each step says all that it shows.
 */
export interface StoryRequest {
  of: number;
}

/** StoryAnswer is the story with the figures of each step. */
export interface StoryAnswer extends Refusal {
  story?: Story;
}

/** Story is a scenario told in steps. */
export interface Story {
  title: string;
  steps: StoryStep[];
}

/** StoryStep is what is told, and what is shown beside it. */
export interface StoryStep {
  title: string;
  /** the shipped scenario that is shown; else the story's own */
  base?: string;
  /** of the base */
  changes: Change[];
  view?: string;
  /** counted from the start of what is shown */
  month?: number;
  paragraphs: StoryBit[][];
  sources?: Source[];
}

/** StoryBit is words, a link or a figure. A link leads to an address or makes a change. */
export interface StoryBit {
  words?: string;
  emphasised?: boolean;
  address?: string;
  sets?: Change;
  value?: Value;
}

/** Study is what a scenario is not sure of. */
export interface Study {
  uncertain: Uncertain[];
  correlations: Correlation[];
  /** how many cases are drawn */
  paths: number;
}

/** Uncertain is an input with how likely each of its values is. */
export interface Uncertain {
  path: string;
  /** as it is typed, in all digits: 25 to 35 % */
  text: string;
  /** as people read it: 25 % to 35 %, or $267M at 40 % or $273M at 60 % */
  told: string;
  /** log-normal */
  form: string;
  /** what the form means */
  words: string;
  /** of a factor on what the scenario says, and not of a value instead of it */
  times: boolean;
}

/** Correlation says how far two uncertain inputs rise and fall together. */
export interface Correlation {
  /** their paths */
  of: string[];
  is: number;
}

/**
 * RangesRequest asks what was typed for inputs means as ranges. Numbers alone are
 * in per cent where the input's field shows it.
 */
export interface RangesRequest {
  of: number;
  changes: Change[];
  typed: TypedRange[];
}

/** TypedRange is what was typed for an input, or the word sources. */
export interface TypedRange {
  path: string;
  text: string;
}

/** RangesAnswer has what each means, in the order of the request. */
export interface RangesAnswer extends Refusal {
  ranges?: Range[];
}

/**
 * Range is what a text means: the value of a change of the input's study, and the
 * input's own value, which is the median unless the range is of a factor or of
 * sources; or what is wrong.
 */
export interface Range {
  change?: unknown;
  median?: unknown;
  problem?: string;
}

/**
 * StudyRequest asks for the numbers of some blocks of the study of a scenario with
 * changes: of the outcomes whose chances are told and of the measure that is asked
 * about or, where rows are named, of these in every month.
 */
export interface StudyRequest {
  of: number;
  changes: Change[];
  rows?: StudyRow[];
  from: number;
  /** before this block, or before the study's end */
  to: number;
  /** what computes the blocks, if it is not to be what is fastest */
  with?: With;
}

/** With is what computes lanes; the figures are the same. */
export type With = "machine";

/** StudyRow is a row of a thing. */
export interface StudyRow {
  row: string;
  instance: string;
}

/** StudyAnswer goes with the numbers of the blocks, one after the other. */
export interface StudyAnswer extends Refusal {
  /** of the whole study */
  blocks: number;
  lengths?: number[];
  /** by what, in words */
  computed: string;
}

/**
 * GatherRequest goes with the numbers of blocks and asks what they come to,
 * together with those that the page takes the engine to hold already.
 */
export interface GatherRequest {
  of: number;
  changes: Change[];
  rows?: StudyRow[];
  holds: BlockRange[];
  /** whose numbers come with the request */
  blocks: number[];
  lengths: number[];
}

/** BlockRange is the blocks from one to before another. */
export interface BlockRange {
  from: number;
  to: number;
}

/**
 * GatherAnswer tells what the blocks come to. With rows it goes with the numbers of
 * their fans: the lowest level of the first row month by month, then the next
 * level. NaN stands where there is no value.
 */
export interface GatherAnswer extends Refusal {
  /** the engine holds other blocks, or none: all are to be sent again */
  lost?: boolean;
  /** so far */
  cases: number;
  /** of all */
  paths: number;
  /** the shares of cases that quantiles are told of */
  levels: number[];
  /** the measure that is asked about */
  asked: string;
  chances?: Chance[];
  measures?: Measured[];
  /** as they are drawn */
  inputs?: StudyInput[];
  /** the most that a correlation was changed by, since they contradicted each other */
  mended_by: number;
}

/**
 * Estimated is a figure with half the width of the band that holds the true one in
 * 90 % of studies; neither where there is none.
 */
export interface Estimated {
  value?: number;
  error?: number;
}

/** Chance is an outcome with how likely it is. */
export interface Chance {
  measure: string;
  /** in words, with the number of cases and the error */
  text: string;
}

/** Measured is a measure over all cases. */
export interface Measured {
  name: string;
  title: string;
  unit: string;
  percent?: boolean;
  /** number, month, day or name */
  kind: string;
  /** the share of cases in which there is none */
  absent: Estimated;
  mean: Estimated;
  /** by level; of months from the start */
  quantiles: Estimated[];
  /** of a month: the share of cases in which it has come, by month */
  by?: Estimated[];
  /** of the inputs, the one worth most to know first */
  influence?: Influence[];
  /** influence is on whether the month comes at all */
  on_coming?: boolean;
}

/** Influence is how an input and a measure go together. */
export interface Influence {
  input: number;
  /** the share of the variance that would go if it were known */
  spread: Estimated;
  /** of the ranks */
  correlation: Estimated;
}

/** StudyInput is an uncertain input as it is drawn. */
export interface StudyInput {
  path: string;
  /** the share of cases beyond the input's bounds, which are left out */
  cut: number;
}

/**
 * TornadoRequest asks what each uncertain input does alone to the outcomes and the
 * measure that is asked about.
 */
export interface TornadoRequest {
  of: number;
  changes: Change[];
}

/**
 * TornadoAnswer has for each measure the bars of the inputs, the widest first. It
 * goes with the numbers of what is followed: by how much the first of its inputs
 * moves the row in each month, then the next.
 */
export interface TornadoAnswer extends Refusal {
  tornados?: Tornado[];
  followed: Followed;
  /** by what, in words */
  computed: string;
}

/**
 * Followed is a row month by month, and the inputs that move it most from their low
 * to their high, alone.
 */
export interface Followed {
  title: string;
  unit: string;
  paths: string[];
}

/** Tornado is what the inputs do to a measure; it has no value where it is absent. */
export interface Tornado {
  measure: string;
  /** as the scenario stands */
  value?: number;
  bars: Bar[];
}

/** Bar is an input from its low to its high, and the measure with each. */
export interface Bar {
  path: string;
  /** low and high are factors */
  times: boolean;
  low: unknown;
  high: unknown;
  at_low?: number;
  at_high?: number;
}

/**
 * VariantsRequest asks what the figures of a view of cells would be if a scenario
 * with changes were otherwise in one thing: what each change does, and what each
 * value that a source states would do.
 */
export interface VariantsRequest {
  of: number;
  changes: Change[];
  view: string;
  /** looked at, as in RunRequest */
  month?: number;
  variants: Variant[];
}

/** Variant is the scenario with one thing otherwise, in exactly one of two ways. */
export interface Variant {
  /** the path of a change that is not made, nor what cannot be made without it */
  without?: string;
  /** a change that is made besides */
  with?: Change;
}

/** VariantsAnswer has the figures of the scenario itself and of each variant. */
export interface VariantsAnswer extends Refusal {
  now?: Cell[];
  variants?: VariantCells[];
}

/** VariantCells are the figures of a variant, or why it has none. */
export interface VariantCells {
  cells?: Cell[];
  problems?: Problem[];
}

/** ViewWish names a view, and by what step its lines go. */
export interface ViewWish {
  name: string;
  by: Step;
}

/** Step is the length of a period. */
export type Step = "month" | "quarter" | "year";

/** ViewHead says what a view is, before it is opened. */
export interface ViewHead {
  name: string;
  title: string;
  note: string;
  kind: ViewKind;
}

/** ViewKind says which members of a view there are. */
export type ViewKind = "answer" | "cells" | "chart" | "statement" | "split" | "events" | "table";

/** Heads are what the runs of a scenario have in common while only numbers change. */
export interface Heads {
  /** every view that the scenario has a use for */
  available: ViewHead[];
  periods: Periods;
}

/** Periods are those of a scenario by each step. */
export interface Periods {
  month: Period[];
  quarter: Period[];
  year: Period[];
}

/**
 * View is a view with what the scenario has for it. What is kept of it is that of the
 * view of the same name in the answer that the request names as held; then there is
 * nothing but its name and step.
 */
export interface View extends ViewHead {
  /** the periods of its lines */
  by: Step;
  kept?: Keeping;
  lines?: Line[];
  marks?: Mark[];
  cells?: Cell[];
  /** sentences */
  answer?: Piece[][];
  split?: Split;
  events?: Event[];
  columns?: string[];
  rows?: TableRow[];
  /** there is more to say of it, which TakingRequest asks for */
  takes?: boolean;
}

/** Keeping says what of a view is as in the answer that the page holds. */
export type Keeping = "" | "head" | "all";

/**
 * Period is a month, quarter or year: the scenario's months from one to before
 * another.
 */
export interface Period {
  /** 2026-05, 2026 Q2, 2026 */
  title: string;
  from: number;
  to: number;
  /** and not cut by the start or end of the scenario */
  whole: boolean;
}

/**
 * Role says what a line, part or event is, so that the same thing has the same
 * colour everywhere.
 */
export type Role = "" | "tenant" | "own use" | "idle" | "limit" | "result" | "earnings" | "profit" | "cash" | "free cash" | "supply" | "demand" | "debt" | "equity" | "worth" | "market" | "orbit" | "ground" | "filing";

/**
 * LinePart is where a line stands in a chart; a line of a statement has none, but
 * for what was reported.
 */
export type LinePart = "" | "stack" | "total" | "line" | "limit" | "reported";

/** Line is the head of a series, one value a period. */
export interface Line {
  title: string;
  unit: string;
  /** a plain number that reads in per cent */
  percent?: boolean;
  role: Role;
  /** of the thing among those of its kind */
  place: number;
  /** of the thing, to select it */
  name?: string;
  /** to ask why */
  row?: string;
  /** the things whose row it is; several are told together */
  instances?: string[];
  /** told with the other sign */
  less?: boolean;
  part: LinePart;
  depth: number;
  /** it has no values */
  heading?: boolean;
  /** the sum of the lines one deeper above it, up to one of its depth or less */
  total?: boolean;
  /** and of that one */
  carry?: boolean;
}

/** Mark is a month that is marked in a chart. */
export interface Mark {
  title: string;
  month: number;
  /** to ask why */
  value: Value;
}

/**
 * Value is a number, or the text of a month, a day or a name; neither where
 * there is none.
 */
export interface Value {
  number?: number;
  text?: string;
  /** to be said where there is none */
  words?: string;
  unit: string;
  percent?: boolean;
  /** what it comes from, to ask why: a measure, or a row of things in a month */
  measure?: string;
  row?: string;
  instances?: string[];
  month?: string;
  /** of a row over a longer period, in which the month is */
  by?: Step;
  /** of a row told with the other sign */
  less?: boolean;
  /** to be told in all its digits */
  exact?: boolean;
}

/** Piece is words or a value; a sentence is pieces in turn. */
export interface Piece {
  words?: string;
  value?: Value;
}

/** Cell is a headline figure. */
export interface Cell {
  title: string;
  value: Value;
  note?: Piece[];
  judgement: Judgement;
}

/** Judgement is whether a figure is good. */
export type Judgement = "" | "good" | "partial" | "bad";

/** Split is the parts of wholes in a month. */
export interface Split {
  month: string;
  wholes: Whole[];
  parts: SplitPart[];
}

/** Whole is what is split. */
export interface Whole {
  title: string;
  value: Value;
  /** what there is, where that may be more */
  of?: Value;
}

/** SplitPart is a part of each of the wholes. */
export interface SplitPart {
  title: string;
  role: Role;
  place: number;
  /** of the thing, to select it */
  name?: string;
  values: Value[];
  /** of the wholes */
  shares: Value[];
}

/** Event is a day or a month on which something happens. */
export interface Event {
  title: string;
  /** to which; none where that goes without saying */
  thing?: string;
  /** of that thing, to select it */
  name?: string;
  role: Role;
  place: number;
  /** 2026-05 or 2026-05-20 */
  when: string;
  /** to ask why */
  value: Value;
}

/** TableRow is a row of a table. */
export interface TableRow {
  title: string;
  /** of the thing, to select it */
  name?: string;
  role: Role;
  place: number;
  depth?: number;
  /** of the rows one deeper above it */
  total?: boolean;
  /** of what was published elsewhere */
  sources?: Source[];
  cells: Value[];
}

/** Each kind of call with its request and its answer. */
export interface Calls {
  compare: { request: CompareRequest; answer: CompareAnswer };
  attribute: { request: AttributeRequest; answer: AttributeAnswer };
  rows: { request: RowsRequest; answer: RowsAnswer };
  workbook: { request: WorkbookRequest; answer: WorkbookAnswer };
  entered: { request: EnteredRequest; answer: EnteredAnswer };
  picture: { request: PictureRequest; answer: PictureAnswer };
  open: { request: OpenRequest; answer: OpenAnswer };
  run: { request: RunRequest; answer: RunAnswer };
  link: { request: LinkRequest; answer: LinkAnswer };
  explain: { request: ExplainRequest; answer: ExplainAnswer };
  document: { request: DocumentRequest; answer: DocumentAnswer };
  reference: { request: ReferenceRequest; answer: ReferenceAnswer };
  levers: { request: LeversRequest; answer: LeversAnswer };
  measures: { request: MeasuresRequest; answer: MeasuresAnswer };
  solve: { request: SolveRequest; answer: SolveAnswer };
  map: { request: MapRequest; answer: MapAnswer };
  contour: { request: ContourRequest; answer: ContourAnswer };
  taking: { request: TakingRequest; answer: TakingAnswer };
  story: { request: StoryRequest; answer: StoryAnswer };
  ranges: { request: RangesRequest; answer: RangesAnswer };
  study: { request: StudyRequest; answer: StudyAnswer };
  gather: { request: GatherRequest; answer: GatherAnswer };
  tornado: { request: TornadoRequest; answer: TornadoAnswer };
  variants: { request: VariantsRequest; answer: VariantsAnswer };
}
