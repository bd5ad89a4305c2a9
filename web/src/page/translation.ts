// Page translation by the browser. A translator takes a text node out of the page and puts <font> elements with its words
// there; what the page writes into its own node later is then seen by nobody, and old figures stand beside new ones.
// Figures, months and units say translate="no" and are left alone. For all other text this puts the page's own node back
// as soon as it says something else; the translator then finds it as it finds any new text.

/** Watches everything below `root`. */
export function keepTexts(root: Node): void {
  const stand = new WeakMap<Node, Element>();
  const taken = new WeakSet<Node>();
  const rewritten = new MutationObserver((records) => {
    for (const { target } of records) putBack(target, stand.get(target));
  });
  new MutationObserver((records) => {
    for (const record of records) {
      for (const text of record.removedNodes) {
        const words = text.nodeType === Node.TEXT_NODE ? replacement(record, taken) : undefined;
        if (!words) continue;
        taken.add(words);
        // Where the translator moved the node itself into its element, a copy takes its place there: the page's framework
        // expects its nodes where it put them, or nowhere.
        if (words.contains(text)) (text as Text).replaceWith(text.cloneNode());
        stand.set(text, words);
        rewritten.observe(text, { characterData: true });
      }
    }
  }).observe(root, { childList: true, subtree: true });
}

/** The element that took the place of what a record says was removed: instead of it, or put in beside it before. */
function replacement({ addedNodes, previousSibling, nextSibling }: MutationRecord, taken: WeakSet<Node>): Element | undefined {
  return [...addedNodes, previousSibling, nextSibling].find((node): node is Element => node?.nodeName === "FONT" && !taken.has(node));
}

function putBack(text: Node, words: Element | undefined): void {
  if (words?.isConnected && !text.isConnected) words.replaceWith(text);
}
