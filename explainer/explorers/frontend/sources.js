// How the story knows: chains of sources, careful words on and off, what is disputed.

function render({ model, el }) {
  const context = frame({ model, el }, "sources");
  const { t, tools, body, say } = context;
  let list = null;
  const scene = stage(context, "sources", { mine: (selection, ids) => list?.light(isEmpty(selection) ? null : leading(withSpans(story, selection, ids))) });
  const { story } = scene;
  const claims = story.list("claims");
  const { disputed = [] } = model.get("data");
  const careful = carefulSentences(story);
  const leading = (ids) => new Set(careful.filter((one) => one.claims.some((claim) => ids.has(claim.id))).map((one) => one.claims[0].id));
  const state = ownState(context, { basis: "all", hedges: true, chart: "chains" }, (now) => apply(now));
  const bases = ["named", "unnamed", "document", "reporter"].filter((b) => claims.some((c) => c.basis === b));
  const wanted = (claim, basis) => basis === "all" || claim.basis === basis || (basis === "disputed" && disputed.includes(claim.id));

  list = pickList(careful.map((one) => ({ id: one.claims[0].id, node: carefulCard(context, one) })), {
    label: t("hedges"), pick: scene.pick, leave: scene.leave,
  });
  const basis = choice(t("basis"), [["all", t("all")], ...bases.map((b) => [b, t(`basis.${b}`)]), ...(disputed.length ? [["disputed", t("disputed")]] : [])], "all", (value) => {
    state.set({ basis: value });
    say(t("claims-shown", { n: claims.filter((claim) => wanted(claim, value)).length }));
  });
  const hedges = toggle(t("show-hedges"), true, (on) => {
    state.set({ hedges: on });
    say(t(on ? "hedges-on" : "hedges-off"));
  });
  const warning = h("p", { class: "xp-warning" }, t("hedges-off"));
  const chooser = scene.chooser(state.get().chart, (chart) => state.set({ chart }));

  function apply(now) {
    basis.show(now.basis);
    hedges.show(now.hedges);
    chooser?.show(now.chart);
    scene.show(now.chart);
    list.show((id) => careful.find((one) => one.claims[0].id === id).claims.some((claim) => wanted(claim, now.basis)));
    for (const hedge of list.node.querySelectorAll(".xp-hedge")) hedge.hidden = !now.hedges;
    warning.hidden = now.hedges;
    const out = (mark) => story.kindOf(mark.dataset.record) === "claims" && !wanted(story.get(mark.dataset.record), now.basis);
    for (const figure of scene.figures.values()) figure.mute(out);
  }

  tools.append(basis, chooser ?? "", moreMenu(context, {
    charts: [...scene.figures.values()], tables: () => [...scene.tables(), claimTable(context)],
  }), scene.chip);
  if (careful.length) body.append(h("div", { class: "xp-claims" }, h("div", { class: "xp-block-head" }, h("p", { class: "xp-subhead" }, t("careful-on-off")), hedges), warning, list.node));
  if (!claims.length) body.append(h("p", {}, t("nothing-here")));
  apply(state.get());
  scene.start();
  return () => {
    scene.close();
    state.close();
  };
}

/** Claims whose words are selected count as touched. */
function withSpans(story, selection, ids) {
  const claims = story.list("claims").filter((claim) => selection.spans.some(([s, e]) => s < claim.span[1] && claim.span[0] < e));
  return new Set([...ids, ...claims.map((claim) => claim.id)]);
}

/** The sentences with careful words, each once, with the claims in it. */
function carefulSentences(story) {
  const found = new Map();
  for (const claim of story.list("claims").filter((c) => c.hedges?.length)) {
    const spans = [claim.span, ...claim.hedges];
    const [start, end] = story.sentence([Math.min(...spans.map(([s]) => s)), Math.max(...spans.map(([, e]) => e))]);
    const key = `${start}-${end}`;
    if (!found.has(key)) found.set(key, { start, end, claims: [] });
    found.get(key).claims.push(claim);
  }
  return [...found.values()];
}

/** A sentence with its careful words, how they know and how sure: what is left when the careful words go? */
function carefulCard({ t, story }, { start, end, claims }) {
  const told = new Set(claims.map((claim) => `${t(`basis.${claim.basis}`)} · ${t(`certainty.${claim.certainty ?? "unknown"}`)}`));
  return h("button", { type: "button", class: "xp-card xp-claim" },
    h("span", { class: "xp-card-words", dir: "auto" }, marked(story, start, end, claims.flatMap((claim) => claim.hedges), "span", { class: "xp-hedge" })),
    h("span", { class: "xp-card-role" }, [...told].join("; ")),
  );
}

function claimTable({ t, story }) {
  return {
    title: t("sources.title"),
    headers: [t("kind.claims"), t("how-do-they-know"), t("comes-from"), t("how-sure"), t("careful-words"), t("disputed-by")],
    rows: story.list("claims").map((c) => [
      story.slice(...c.span), t(`basis.${c.basis}`), (c.source_chain ?? []).map((id) => story.name(id)).join(", ") || t("report-itself"),
      t(`certainty.${c.certainty}`), (c.hedges ?? []).map((s) => story.slice(...s)).join(", "), (c.disputed_by ?? []).map((id) => story.name(id)).join(", "),
    ]),
  };
}
