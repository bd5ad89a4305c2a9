// A view at the top, which needs no title.
import { useView, View } from "./View";

export function Leading({ name }: { name: string }) {
  return useView(name) ? <View name={name} /> : <div class="leading" aria-busy="true" />;
}
