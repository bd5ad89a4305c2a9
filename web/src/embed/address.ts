// An embed's address belongs to the page around it: it says what is to be shown, and is not written to. Where only its fragment
// is altered, the link in it is opened without loading anything anew.
import { type Address, isLink } from "../state/address";

export const hostAddress: Pick<Address, "watch" | "write" | "clear" | "takeUnsaved"> = {
  watch({ linked }) {
    addEventListener("hashchange", () => isLink(location.hash) && linked(location.hash));
  },
  write() {},
  clear() {},
  takeUnsaved: () => undefined,
};
