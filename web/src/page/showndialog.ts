// Which dialog lies over the page.
import { Store } from "../state/store";

export type DialogName = "palette" | "keys";

export const dialog = new Store<{ open: DialogName | undefined }>({ open: undefined });

export function showDialog(open: DialogName | undefined): void {
  dialog.update({ open });
}
