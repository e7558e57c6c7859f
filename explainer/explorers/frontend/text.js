// The reader. The text is cut once, at every place where a record begins or ends; layers and selections
// only switch classes, so overlapping records show side by side without being nested.

const LAYERS = ["actors", "quotations", "times", "claims"];

function render({ model, el }) {
  const context = frame({ model, el }, "text");
  const { t, body, tools, root, say } = context;
  const story = (context.story = storyOf(model, t));
  const paper = layPaper(context);
  const origin = { sender: null };

  context.link = link(context, "text", {
    changed: (selection) => showSelection(selection),
    proof: (spans, sender) => showProof(spans, sender),
  });
  const panel = detailsPanel(context, { home: () => stops.current()?.focus(), more: (id) => alsoHere(id) });
  let here = [];
  const open = (id, options, around = evidenceOf(story.get(id))) => {
    here = Array.isArray(around) ? paper.idsOver(around, state.get().layers) : paper.idsAt(around, state.get().layers);
    const spot = panel.spot(Array.isArray(around) ? null : around);
    context.link.set(selectionOf(story, id));
    panel.open(id, { ...options, spot });
  };
  context.pickRecord = (id) => open(id, { enter: true });
  const stops = roving(paper.node, () => paper.stops(), {
    enter: (piece) => open(paper.idsAt(piece, state.get().layers)[0], { enter: true }, piece),
    leave: () => {
      if (origin.sender) goBack();
      else if (!panel.box.hidden) panel.close();
    },
    focus: (piece) => say(paper.idsAt(piece, state.get().layers).map((id) => `${t(`kind.${story.kindOf(id)}`)}: ${summary(context, id)}`).join("; "), false),
  });
  paper.node.addEventListener("click", (event) => {
    const piece = event.target.closest(".xp-piece");
    const [first] = piece ? paper.idsAt(piece, state.get().layers) : [];
    if (!first || String(getSelection())) return;
    stops.refresh();
    open(first, {}, piece);
  });

  function alsoHere(id) {
    const others = here.filter((other) => other !== id);
    if (!others.length) return null;
    const list = others.slice(0, 6).map((other) => h("li", {}, h("button", { type: "button", class: "xp-name", onclick: () => open(other, { enter: true }) }, summary(context, other))));
    return h("div", { class: "xp-also" }, h("p", { class: "xp-kind" }, t("also-here")), h("ul", {}, list));
  }

  function showSelection(selection) {
    paper.light(litSpans(story, selection), "is-lit");
    chip.follow(selection);
    if (!isEmpty(selection)) return;
    panel.close();
    paper.light([], "is-proof");
  }

  function showProof(spans, sender) {
    const pieces = paper.light(spans, "is-proof");
    if (!pieces.length || !root.getClientRects().length) return false;
    origin.sender = sender;
    pieces[0].setAttribute("tabindex", "-1");
    pieces[0].focus({ preventScroll: true });
    pieces[0].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    paper.flash(pieces);
    say(t("proof-shown", { place: story.place(spans[0]), words: spans.map((s) => story.slice(...s)).join(" … ") }), false);
    back.hidden = false;
    back.style.top = `${Math.max(0, pieces[0].getBoundingClientRect().top - context.main.getBoundingClientRect().top - 44)}px`;
    return true;
  }

  const back = h("button", { type: "button", class: "xp-back", hidden: true, onclick: () => goBack() }, t("back"));
  function goBack() {
    back.hidden = true;
    context.link.back(origin.sender);
    origin.sender = null;
  }
  const chip = clearChip(context);

  const present = LAYERS.filter((layer) => story.list(layer).length);
  const state = ownState(context, { layers: ["actors", "quotations"] }, (now) => showLayers(now.layers));
  const buttons = new Map(present.map((layer) => [layer, toggle(t(`layer.${layer}`), false, (on) => {
    const layers = LAYERS.filter((other) => (other === layer ? on : state.get().layers.includes(other)));
    state.set({ layers });
    say(t(on ? "shown-layer" : "hidden-layer", { layer: t(`layer.${layer}`) }));
  }, { "data-layer": layer })]));

  function showLayers(layers) {
    for (const layer of LAYERS) paper.node.classList.toggle(`on-${layer}`, layers.includes(layer));
    for (const [layer, button] of buttons) button.show(layers.includes(layer));
    paper.expose(layers);
    stops.refresh();
  }

  const inFront = present.filter((layer) => layer !== "claims");
  const behind = present.filter((layer) => layer === "claims");
  tools.append(
    ...inFront.map((layer) => buttons.get(layer)),
    moreMenu(context, {
      controls: [h("div", { class: "xp-shape" }, behind.map((layer) => buttons.get(layer))), findBox(context, paper), glossary(context)],
      tables: () => [quotationTable(context)],
      text: () => [story.facts.about, story.facts.article?.title, story.facts.text].filter(Boolean).join("\n\n"),
    }),
    chip,
  );
  body.append(paper.node);
  context.main.append(back);
  showLayers(state.get().layers);
  showSelection(context.link.get());
  return () => {
    context.link.close();
    state.close();
  };
}

/** The article as pieces between all borders of records. */
function layPaper({ model, t, story, helpId }) {
  const ranges = layerRanges(story);
  const pieces = [];
  const node = h("div", { class: "xp-paper", role: "group", "aria-label": t("article"), "aria-describedby": helpId, lang: story.facts.article?.language ?? "en" });
  node.append(...heading(t, story, model.get("data").headline !== false));
  for (const [kind, start, end, number] of story.facts.blocks) {
    const tag = { heading: model.get("data").headline === false ? "h3" : "h4", blockquote: "blockquote" }[kind] ?? "p";
    const block = h(tag, { class: `xp-block xp-${kind}`, dir: "auto" }, number ? h("span", { class: "xp-number", "aria-hidden": "true" }, String(number)) : null);
    for (const piece of cut(story, ranges, start, end)) {
      block.append(piece.node);
      pieces.push(piece);
    }
    node.append(block);
  }
  node.classList.toggle("is-long", story.facts.blocks.length > 100);
  const byNode = new Map(pieces.map((piece) => [piece.node, piece]));
  return { node, ...paperActions({ node, story, pieces, byNode }) };
}

function heading(t, { facts }, headline) {
  const { title, publisher, byline, published, dateline } = facts.article ?? {};
  const line = [byline, publisher, published && t("published", { date: t.date(published) }), dateline].filter(Boolean).join(" · ");
  return [
    facts.about ? h("p", { class: "xp-about", dir: "auto" }, facts.about) : null,
    title && headline ? h("h3", { class: "xp-headline", dir: "auto" }, title) : null,
    line ? h("p", { class: "xp-byline", dir: "auto" }, line) : null,
  ].filter(Boolean);
}

/** Every marked range: [start, end, layer, id, look]; looks are classes that say more than the layer. */
function layerRanges(story) {
  const ranges = [];
  for (const actor of story.list("actors")) for (const [s, e, form] of actor.mentions ?? []) ranges.push([s, e, "actors", actor.id, `m-${form}`]);
  for (const q of story.list("quotations")) for (const [s, e] of q.content) ranges.push([s, e, "quotations", q.id, q.scare ? "q-scare" : `q-${q.form}`]);
  for (const time of story.list("times")) ranges.push([...time.span, "times", time.id, ""]);
  for (const claim of story.list("claims")) {
    ranges.push([...claim.span, "claims", claim.id, `c-${claim.certainty ?? "unknown"}`]);
    for (const [s, e] of claim.hedges ?? []) ranges.push([s, e, "claims", claim.id, "c-hedge"]);
  }
  return ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** The pieces of one block: each knows its range and the records over it, the shortest first. */
function cut(story, ranges, start, end) {
  const inside = ranges.filter(([s, e]) => s < end && start < e);
  const borders = [...new Set([start, end, ...inside.flatMap(([s, e]) => [s, e]).filter((at) => at > start && at < end)])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((s, i) => {
    const e = borders[i + 1];
    const over = inside.filter(([from, to]) => from <= s && e <= to).sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
    const looks = over.flatMap(([from, to, layer, , look]) => [layer, look, from === s && `${layer}-start`, to === e && `${layer}-end`]).filter(Boolean);
    return { start: s, end: e, over, begins: over.filter(([from]) => from === s), node: h("span", { class: ["xp-piece", ...new Set(looks)].join(" ") }, story.slice(s, e)) };
  });
}

function paperActions({ node, story, pieces, byNode }) {
  let exposed = [];
  const firstAt = (position) => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].end <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** Cut the piece that holds a position in two, so that any range can be lit. */
  const split = (position) => {
    const at = firstAt(position);
    const piece = pieces[at];
    if (!piece || piece.start >= position) return;
    const rest = { ...piece, start: position, begins: [], node: piece.node.cloneNode(false) };
    rest.node.removeAttribute("role");
    rest.node.removeAttribute("tabindex");
    rest.node.textContent = story.slice(position, piece.end);
    piece.node.textContent = story.slice(piece.start, position);
    piece.node.after(rest.node);
    piece.end = position;
    pieces.splice(at + 1, 0, rest);
    byNode.set(rest.node, rest);
  };
  const over = (start, end) => {
    split(start);
    split(end);
    const found = [];
    for (let i = firstAt(start); i < pieces.length && pieces[i].start < end; i += 1) found.push(pieces[i].node);
    return found;
  };
  const shown = new Map();
  return {
    stops: () => exposed,
    idsAt: (piece, layers) => [...new Set((byNode.get(piece)?.over ?? []).filter(([, , layer]) => layers.includes(layer)).map(([, , , id]) => id))],
    idsOver(spans, layers) {
      const ids = spans.flatMap(([s, e]) => pieces.slice(firstAt(s)).filter((p) => p.start < e && p.end > s).slice(0, 40).flatMap((p) => p.over));
      return [...new Set(ids.filter(([, , layer]) => layers.includes(layer)).map(([, , , id]) => id))];
    },
    /** Give a class to the pieces of some ranges and take it from all others. */
    light(spans, name) {
      const found = spans.flatMap(([s, e]) => over(s, e));
      const kept = new Set(found);
      for (const old of shown.get(name) ?? []) if (!kept.has(old)) old.classList.remove(name);
      for (const piece of kept) piece.classList.add(name);
      shown.set(name, kept);
      return found;
    },
    flash(found) {
      for (const piece of found) {
        piece.classList.remove("is-flash");
        void piece.offsetWidth;
        piece.classList.add("is-flash");
      }
    },
    /** Only what a visible layer marks can be reached. */
    expose(layers) {
      exposed = [];
      for (const piece of pieces) {
        const stop = piece.begins.some(([, , layer]) => layers.includes(layer));
        if (stop) exposed.push(piece.node);
        if (stop === piece.node.hasAttribute("role")) continue;
        if (stop) piece.node.setAttribute("role", "button");
        else piece.node.removeAttribute("role");
        if (stop) piece.node.setAttribute("tabindex", "-1");
        else piece.node.removeAttribute("tabindex");
      }
    },
    find(words) {
      const spans = words.trim() ? occurrences(story, words.trim()) : [];
      return { spans, show: (i) => this.light(spans, "is-found") && this.light(spans.slice(i, i + 1), "is-found-now")[0]?.scrollIntoView({ block: "center" }) };
    },
    node,
  };
}

/** Where some words stand, in code points, whatever their case. */
function occurrences(story, words) {
  const points = Array.from(story.facts.text);
  const low = points.map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
  const wanted = Array.from(words.toLowerCase());
  const found = [];
  for (let i = 0; i + wanted.length <= low.length; i += 1) {
    if (low[i] === wanted[0] && wanted.every((c, k) => low[i + k] === c)) found.push([i, i + wanted.length]);
  }
  return found;
}

function findBox({ t, say }, paper) {
  const id = freshId("find");
  let at = 0;
  let result = { spans: [] };
  const count = h("span", { class: "xp-count" });
  const report = () => {
    count.textContent = input.value.trim() ? (result.spans.length ? t("found", { n: result.spans.length, at: at + 1 }) : t("not-found")) : "";
    say(count.textContent);
  };
  const input = h("input", { id, type: "search", autocomplete: "off", oninput: () => { at = 0; result = paper.find(input.value); result.show(at); report(); } });
  const step = (by) => {
    if (!result.spans.length) return;
    at = (at + by + result.spans.length) % result.spans.length;
    result.show(at);
    report();
  };
  input.addEventListener("keydown", (event) => event.key === "Enter" && step(event.shiftKey ? -1 : 1));
  return h("div", { class: "xp-find" }, h("label", { for: id }, t("find")), input, h("button", { type: "button", onclick: () => step(1) }, t("find-next")), count);
}

function glossary({ t, story }) {
  const terms = story.facts.glossary ?? [];
  if (!terms.length) return null;
  return h("details", { class: "xp-glossary" }, h("summary", {}, t("glossary")),
    h("dl", {}, terms.map(({ term, meaning, say }) => h("div", {}, h("dt", { dir: "auto" }, term), h("dd", { dir: "auto" }, meaning, say ? h("span", { class: "xp-say" }, ` (${t("say-it", { say })})`) : null)))));
}

function quotationTable({ t, story }) {
  const rows = story.list("quotations").filter((q) => !q.scare).map((q) => [
    q.actor ? story.name(q.actor) : t("nobody-named"), t(`form.${q.form}`), q.content.map((s) => story.slice(...s)).join(" … "), story.place(q.content[0]),
  ]);
  return { title: t("layer.quotations"), headers: [t("speaker"), t("form"), t("kind.quotations"), t("where")], rows };
}
