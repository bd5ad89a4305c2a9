// The dialog that is open.
import { useSelected } from "../state/store";
import { KeySheet } from "./KeySheet";
import { Palette } from "./Palette";
import { dialog } from "./showndialog";

export function Dialogs() {
  const open = useSelected(dialog, (state) => state.open);
  if (open === "palette") return <Palette />;
  return open === "keys" ? <KeySheet /> : null;
}
