// One selection for every explorer of a group, with or without a kernel.
//
// Messages carry sender and sequence number: own and older ones are ignored, and only the originator
// saves to its model. `by` is "sender:number", so an echo that comes back through a kernel is known.

const BUS = (globalThis[Symbol.for("explainer.bus")] ??= Object.assign(new EventTarget(), { last: new Map() }));

/** A selection of nothing. */
function nothing() {
  return { actors: [], events: [], quotations: [], window: null, spans: [], by: "" };
}

function isEmpty(selection) {
  return !selection.window && ["actors", "events", "quotations", "spans"].every((key) => !selection[key]?.length);
}

function sameSelection(a, b) {
  const bare = (x) => JSON.stringify({ ...nothing(), ...x, by: "" });
  return bare(a) === bare(b);
}

/** Whether an element is on the screen; as long as nobody knows, it is. */
function nearScreen(element) {
  let near = true;
  const watch = new IntersectionObserver((entries) => {
    near = entries.at(-1).isIntersecting;
  });
  watch.observe(element);
  return { near: () => near, close: () => watch.disconnect() };
}

/** Join a group; an explorer that is not on the screen follows right after those that are. `changed(selection, mine)` follows each change; `proof(spans)` returns true where it was shown. */
function link({ model, root }, name, { changed, proof = () => false }) {
  const group = model.get("group") || "explainer";
  const sender = `${name}-${Math.random().toString(36).slice(2, 10)}`;
  const seen = new Map();
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(`explainer:${group}`) : null;
  const screen = nearScreen(root);
  let number = 0;
  let due = false;
  let current = { ...nothing(), ...model.get("selection") };
  const waiting = new Map();

  const post = (message) => {
    number += 1;
    const full = { sender, number, ...message };
    BUS.dispatchEvent(new CustomEvent(group, { detail: full }));
    channel?.postMessage(full);
    return full;
  };
  const isNew = (from, at) => from !== sender && at > (seen.get(from) ?? 0);
  const receive = (message) => {
    if (!message || !isNew(message.sender, message.number)) return;
    seen.set(message.sender, message.number);
    if (message.kind === "select") take(message.selection);
    else if (message.kind === "proof" && proof(message.spans, message.sender)) post({ kind: "shown", to: message.sender });
    else if (message.kind === "shown" && message.to === sender) waiting.get("proof")?.(true);
    else if (message.kind === "back" && message.to === sender) waiting.get("back")?.();
  };
  const take = (selection) => {
    current = { ...nothing(), ...selection };
    if (screen.near()) return follow();
    if (!due) afterPaint(() => due && follow());
    due = true;
  };
  const follow = () => {
    due = false;
    changed(current, false);
  };
  const fromModel = () => {
    const selection = { ...nothing(), ...model.get("selection") };
    const [, from, at] = /^(.*):(\d+)$/.exec(selection.by) ?? [];
    if (from === sender || (from && !isNew(from, Number(at))) || sameSelection(selection, current)) return;
    take(selection);
    keep(post({ kind: "select", selection }));
  };
  const keep = (message) => BUS.last.set(group, message);

  const inDocument = (event) => receive(event.detail);
  const elsewhere = (event) => receive(event.data);
  BUS.addEventListener(group, inDocument);
  channel?.addEventListener("message", elsewhere);
  model.on("change:selection", fromModel);
  if (isEmpty(current) && BUS.last.has(group)) current = { ...nothing(), ...BUS.last.get(group).selection };

  return {
    get: () => current,
    /** Select something: tells the others and saves to the model. */
    set(patch) {
      current = { ...nothing(), ...patch, by: `${sender}:${number + 1}` };
      due = false;
      changed(current, true);
      keep(post({ kind: "select", selection: current }));
      model.set("selection", current);
      saveSoon(model);
    },
    clear() {
      this.set(nothing());
    },
    /** Show spans where the article is open; `back` is called when the reader comes back. True where it was shown. */
    async show(spans, back = () => {}) {
      waiting.set("back", back);
      const answer = new Promise((resolve) => {
        waiting.set("proof", resolve);
        setTimeout(() => resolve(false), 250);
      });
      post({ kind: "proof", spans });
      return answer;
    },
    /** Send the reader back to where the proof was asked for. */
    back: (to) => post({ kind: "back", to }),
    close() {
      BUS.removeEventListener(group, inDocument);
      channel?.close();
      screen.close();
      model.off("change:selection", fromModel);
    },
  };
}
