// Components that are not drawn again while what they are given stays the same.
import { Component, type ComponentType, createElement } from "preact";

/** A component that its parent draws again only with another value in some property; by itself it is drawn as before. */
export function unlessSame<Props extends object>(Shown: ComponentType<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const [before, after] = [Object.entries(this.props), new Map(Object.entries(next))];
      return before.length !== after.size || before.some(([name, value]) => !after.has(name) || !Object.is(after.get(name), value));
    }

    override render() {
      return createElement(Shown, this.props as Props & object);
    }
  };
}
