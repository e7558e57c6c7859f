// How the story knows: chains of sources, careful words on and off, what is disputed.

function render({ model, el }) {
  const context = frame({ model, el }, "sources");
  const { t, tools, body, say } = context;
  let list = null;
  const scene = stage(context, "sources", { mine: (selection, ids) => list?.light(isEmpty(selection) ? null : withSpans(story, selection, ids)) });
  const { story } = scene;
  const claims = story.list("claims");
  const { disputed = [] } = model.get("data");
  const state = ownState(context, { basis: "all", hedges: true, chart: "chains" }, (now) => apply(now));
  const bases = ["named", "unnamed", "document", "reporter"].filter((b) => claims.some((c) => c.basis === b));
  const wanted = (claim, basis) => basis === "all" || claim.basis === basis || (basis === "disputed" && disputed.includes(claim.id));

  list = pickList(claims.map((claim) => ({ id: claim.id, node: claimCard(context, claim, disputed) })), {
    label: t("kind.claims"), pick: scene.pick, leave: scene.leave,
  });
  const basis = choice(t("basis"), [["all", t("all")], ...bases.map((b) => [b, t(`basis.${b}`)]), ...(disputed.length ? [["disputed", t("disputed")]] : [])], "all", (value) => {
    state.set({ basis: value });
    say(t("claims-shown", { n: claims.filter((claim) => wanted(claim, value)).length }));
  });
  const hedges = toggle(t("hedges"), true, (on) => {
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
    list.show((id) => wanted(story.get(id), now.basis));
    list.node.classList.toggle("no-hedges", !now.hedges);
    for (const hedge of list.node.querySelectorAll(".xp-hedge")) hedge.hidden = !now.hedges;
    warning.hidden = now.hedges;
    const out = (mark) => story.kindOf(mark.dataset.record) === "claims" && !wanted(story.get(mark.dataset.record), now.basis);
    for (const figure of scene.figures.values()) figure.mute(out);
  }

  tools.append(basis, hedges, chooser ?? "", moreMenu(context, {
    charts: [...scene.figures.values()], tables: () => [...scene.tables(), claimTable(context)],
  }), scene.chip);
  body.append(h("div", { class: "xp-claims" }, warning, claims.length ? list.node : h("p", {}, t("nothing-here"))));
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

/** A claim as a card: its words, careful words marked, how they know and how sure. */
function claimCard({ t, story }, claim, disputed) {
  return h("button", { type: "button", class: "xp-card xp-claim" },
    h("span", { class: "xp-card-words", dir: "auto" }, hedgedWords(story, claim)),
    h("span", { class: "xp-card-role" }, [t(`basis.${claim.basis}`), t(`certainty.${claim.certainty}`), disputed.includes(claim.id) ? t("disputed") : null].filter(Boolean).join(" · ")),
  );
}

function hedgedWords(story, claim) {
  const parts = [];
  const outside = (claim.hedges ?? []).filter(([s, e]) => e <= claim.span[0] || s >= claim.span[1]);
  let at = claim.span[0];
  for (const [s, e] of outside) if (e <= claim.span[0]) parts.push(h("span", { class: "xp-hedge" }, `${story.slice(s, e)} … `));
  for (const [s, e] of [...(claim.hedges ?? [])].sort((a, b) => a[0] - b[0])) {
    if (s < at || e > claim.span[1]) continue;
    parts.push(story.slice(at, s), h("span", { class: "xp-hedge" }, story.slice(s, e)));
    at = e;
  }
  parts.push(story.slice(at, claim.span[1]));
  for (const [s, e] of outside) if (s >= claim.span[1]) parts.push(h("span", { class: "xp-hedge" }, ` … ${story.slice(s, e)}`));
  return parts;
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
