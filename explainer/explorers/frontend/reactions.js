// Who reacted how, to what; the same event in each party's words; whose voice is missing.

function render({ model, el }) {
  const context = frame({ model, el }, "reactions");
  const { t, tools, body, say } = context;
  const scene = stage(context, "reactions", { mine: (selection) => follow(selection) });
  const { story } = scene;
  const { groups = {}, voices = [], silent = [] } = model.get("data");
  const state = ownState(context, { group: "all", event: voices[0]?.event ?? "" }, (now) => apply(now));
  const used = ["for", "against", "weighing", "calling"].filter((group) => story.list("reactions").some((r) => groups[r.stance] === group));

  const group = choice(t("stance-group"), [["all", t("all")], ...used.map((g) => [g, t(`group.${g}`)])], "all", (value) => {
    state.set({ group: value });
    say(t("reactions-shown", { n: story.list("reactions").filter((r) => value === "all" || groups[r.stance] === value).length }));
  });
  const event = choice(t("pick-event"), voices.map((v) => [v.event, story.name(v.event)]), state.get().event, (value) => {
    state.set({ event: value });
    scene.pick(value, { mark: event.querySelector("select") });
  });
  const words = h("div", { class: "xp-voices" });

  function apply(now) {
    group.show(now.group);
    event.show(now.event);
    const out = (mark) => {
      const reaction = story.get(mark.dataset.record);
      return now.group !== "all" && reaction?.stance !== undefined && groups[reaction.stance] !== now.group;
    };
    for (const figure of scene.figures.values()) figure.mute(out);
    const chosen = voices.find((v) => v.event === now.event);
    words.replaceChildren(...(chosen ? [voiceList(context, chosen, groups, scene)] : []));
  }
  function follow(selection) {
    const [picked] = selection.events;
    if (picked && voices.some((v) => v.event === picked) && state.get().event !== picked) state.set({ event: picked });
  }

  tools.append(group, moreMenu(context, { charts: [...scene.figures.values()], tables: () => [...scene.tables(), reactionTable(context)] }), scene.chip);
  if (voices.length) body.append(h("div", { class: "xp-block-head" }, h("p", { class: "xp-subhead" }, t("same-event")), event), words);
  if (story.list("reactions").length) body.append(missing(context, silent, scene));
  else body.append(h("p", {}, t("nothing-here")));
  apply(state.get());
  scene.start();
  return () => {
    scene.close();
    state.close();
  };
}

/** Each party's words about one event, side by side. */
function voiceList({ t, story }, { parties }, groups, scene) {
  const items = parties.map(({ reaction, actor, stance }) => {
    const spans = story.get(reaction)?.evidence ?? [];
    return {
      id: reaction,
      node: h("button", { type: "button", class: `xp-card xp-group-${groups[stance]}` },
        h("span", { class: "xp-card-name", dir: "auto" }, story.name(actor)),
        h("span", { class: "xp-card-role" }, `${t(`stance.${stance}`)} (${t(`group.${groups[stance]}`)})`),
        h("span", { class: "xp-card-proof xp-whole", dir: "auto" }, spans.map((s) => story.slice(...s)).join(" … ")),
      ),
    };
  });
  return pickList(items, { label: t("same-event"), pick: scene.pick, leave: scene.leave }).node;
}

function missing({ t, story }, silent, scene) {
  if (!silent.length) return h("p", { class: "xp-missing" }, t("no-missing"));
  const names = silent.map((id) => ({ id, node: h("button", { type: "button", class: "xp-name" }, story.name(id)) }));
  const list = pickList(names, { label: t("missing-voices"), pick: scene.pick, leave: scene.leave }).node;
  return h("div", { class: "xp-missing xp-inline" }, h("p", { class: "xp-subhead" }, t("missing-voices")), h("p", { class: "xp-help" }, t("missing-why")), list);
}

function reactionTable({ t, story }) {
  return {
    title: t("reactions.title"),
    headers: [t("who"), t("stance"), t("to-what"), t("in-words")],
    rows: story.list("reactions").map((r) => [
      r.actor ? story.name(r.actor) : t("nobody-named"), t(`stance.${r.stance}`), target(story, r), evidenceOf(r).map((s) => story.slice(...s)).join(" … "),
    ]),
  };
}
