// What of the page its first view does not need: a script of its own, which shares the modules of the first (build.mjs). Each
// component is shown by <Later name="…" />.

import { inputNotes } from "../inputnotes";
import { AddForm } from "./AddForm";
import { Changes } from "./Changes";
import { ComparisonBody } from "./ComparisonBody";
import { Dialogs } from "./Dialogs";
import { HowSureBody } from "./HowSureBody";
import { InputDetails } from "./InputDetails";
import { KeptNote } from "./KeptNote";
import { Offline } from "./Offline";
import { Reference } from "./Reference";
import { Resume } from "./Resume";
import { Report } from "./report/Report";
import { SceneDrawing } from "./SceneDrawing";
import { StoryLeft } from "./StoryLeft";
import { StoryPlayer } from "./StoryPlayer";
import { Share } from "./share/Share";
import { Take } from "./Take";
import { ThingTools } from "./ThingTools";
import { Why } from "./Why";

const components = {
  AddForm,
  Changes,
  ComparisonBody,
  Dialogs,
  HowSureBody,
  InputDetails,
  KeptNote,
  Offline,
  Reference,
  Resume,
  SceneDrawing,
  StoryLeft,
  StoryPlayer,
  Take,
  ThingTools,
  Why,
  Report,
  Share,
};

export type LaterComponents = typeof components;

declare global {
  var rackonomicsLater: { components: LaterComponents; inputNotes: typeof inputNotes } | undefined;
}

export { components, inputNotes };
