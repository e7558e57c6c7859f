// What every explorer of charts does: pictures, details, the shared selection and its chip.

/**
 * Set up an explorer of charts. `mine(selection, ids)` follows each selection, `more(id)` adds to the details.
 * Gives back figures by chart id, `pick`, `show(chart)`, and what to call at the end.
 */
function stage(context, name, { mine = () => {}, more = () => null, gone = null } = {}) {
  const { model, t, body, root } = context;
  const story = (context.story = storyOf(model, t));
  let from = null;
  const panel = detailsPanel(context, { more, home: () => from?.isConnected && from.focus() });
  context.link = link(context, name, { changed: (selection, own) => follow(selection, own) });
  const pick = (id, { mark = null, enter = false, spans = null } = {}) => {
    from = mark ?? document.activeElement;
    const spot = panel.spot(mark);
    const picked = selectionOf(story, id);
    context.link.set(spans ? { ...picked, spans } : picked);
    panel.open(id, { enter, spot });
  };
  context.pickRecord = (id) => {
    const back = from;
    pick(id, { enter: true });
    from = back;
  };
  const pickMark = (mark, enter, part) => pick(mark.dataset.record, { mark, enter, spans: spansOf(part, mark) });
  const leave = () => {
    if (!panel.box.hidden) panel.close();
    context.link.clear();
  };
  const charts = Object.values(model.get("data").charts ?? {});
  const figures = new Map(charts.map((chart) => [chart.id, Object.assign(chartFigure(context, chart, { pick: pickMark, leave }), { id: chart.id, chart })]));
  const chip = clearChip(context);

  function follow(selection, own) {
    const ids = touched(story, selection);
    const empty = isEmpty(selection);
    for (const figure of figures.values()) figure.light(empty ? null : ids);
    if (!own && panel.opened() && !ids.has(panel.opened()) && !figuresHold(panel.opened())) panel.close();
    chip.follow(selection);
    root.classList.toggle("is-picking", !empty);
    mine(selection, ids);
  }
  const figuresHold = (id) => context.link.get().spans.some((span) => evidenceOf(story.get(id) ?? {}).some((own) => own[0] === span[0]));

  body.append(...[...figures.values()].map((figure) => figure.node));
  return {
    story, figures, panel, pick, leave, chip,
    /** Show one of the pictures. */
    show(id) {
      for (const figure of figures.values()) figure.node.hidden = figure.id !== id && figures.has(id);
      for (const figure of figures.values()) figure.move.refresh();
    },
    /** A list from which to choose the picture; null where there is only one. */
    chooser: (value, change) => (figures.size > 1 ? choice(t("chart"), [...figures.keys()].map((id) => [id, t(`chart.${id}`)]), value, change) : null),
    tables: () => [...figures.values()].filter((f) => !f.node.hidden).map(({ chart }) => ({ title: chart.title, headers: chart.headers, rows: chart.rows })),
    start: () => follow(context.link.get(), false),
    close: () => context.link.close(),
  };
}

/** The range that one part of an actor's mark stands for (one mention among many), where it carries one. */
function spansOf(part, mark) {
  const found = part !== mark && /^(\d+)-(\d+)$/.exec(part?.dataset.span ?? "");
  return found ? [[Number(found[1]), Number(found[2])]] : null;
}

/** A button that says what is selected and lets go of it. */
function clearChip(context) {
  const { t } = context;
  const words = h("bdi");
  const chip = h("button", { type: "button", class: "xp-chip is-none" }, h("span", { class: "xp-chip-word" }, `${t("clear")}: `), words);
  chip.addEventListener("click", () => {
    context.link.clear();
    context.say(t("nothing-selected"));
  });
  chip.follow = (selection) => {
    words.textContent = describe(context, selection);
    chip.classList.toggle("is-none", isEmpty(selection));
  };
  return chip;
}

/** What is selected, in words. */
function describe({ t, story }, selection) {
  const named = [...selection.actors, ...selection.events].map((id) => story.name(id));
  if (named.length) return t.list(named.slice(0, 3));
  if (selection.window) return t("from-to", { from: t.date(selection.window[0]), to: t.date(selection.window[1]) });
  const span = selection.spans[0];
  if (!span) return "";
  const words = story.slice(...span);
  return words.length > 40 ? `${words.slice(0, 38)}…` : words;
}

/** A list of buttons with one tab stop: arrows move, Enter and click pick. Items are {id, node}. */
function pickList(items, { label, pick, leave = () => {} }) {
  const list = h("ul", { class: "xp-list", "aria-label": label });
  for (const { id, node } of items) {
    node.dataset.pick = id;
    node.setAttribute("tabindex", "-1");
    node.addEventListener("click", () => pick(id, { mark: node, enter: false }));
    list.append(h("li", {}, node));
  }
  const nodes = items.map(({ node }) => node);
  const move = roving(list, () => nodes.filter((node) => !node.parentNode.hidden), {
    enter: (node) => pick(node.dataset.pick, { mark: node, enter: true }),
    leave,
  });
  return {
    node: list,
    light: (ids) => nodes.forEach((node) => node.classList.toggle("is-on", ids !== null && ids.has(node.dataset.pick))),
    show(wanted) {
      for (const node of nodes) node.parentNode.hidden = !wanted(node.dataset.pick);
      move.refresh();
    },
  };
}
