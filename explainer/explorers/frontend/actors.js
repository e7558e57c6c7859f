// Who is in the story: where each is named, who speaks about whom, and a card for each with its proof.

const FIRST_CARDS = 6;

function render({ model, el }) {
  const context = frame({ model, el }, "actors");
  const { t, tools, body, say } = context;
  const scene = stage(context, "actors", { mine: (selection, ids) => follow(selection, ids), more: (id) => saidBy(context, id) });
  const { story } = scene;
  const order = (model.get("data").order ?? story.list("actors").map((a) => a.id)).filter((id) => story.get(id));
  const cards = pickList(order.map((id) => ({ id, node: card(context, story.get(id)) })), {
    label: t("cards"), pick: scene.pick, leave: scene.leave,
  });
  let all = order.length <= FIRST_CARDS;
  const rest = h("button", { type: "button", class: "xp-button", hidden: all, onclick: () => {
    all = true;
    rest.hidden = true;
    apply(state.get());
  } }, t("more-cards", { n: order.length }));
  const wanted = (id, show) => show === "all" || (story.quotationsOf(id).length > 0) === (show === "speaks");

  const state = ownState(context, { show: "all", chart: "mentions" }, (now) => apply(now));
  const who = choice(t("show-actors"), ["all", "speaks", "silent"].map((v) => [v, t(`actors-${v}`)]), "all", (show) => {
    state.set({ show });
    say(t("cards-shown", { n: order.filter((id) => wanted(id, show)).length }));
  });
  const chooser = scene.chooser(state.get().chart, (chart) => state.set({ chart }));

  function apply({ show, chart }) {
    who.show(show);
    chooser?.show(chart);
    scene.show(chart);
    const kept = new Set(order.filter((id) => wanted(id, show)));
    const first = new Set([...kept].slice(0, all || show !== "all" ? undefined : FIRST_CARDS));
    cards.show((id) => first.has(id));
    rest.hidden = all || show !== "all";
    for (const figure of scene.figures.values()) figure.mute((mark) => {
      const actor = story.get(mark.dataset.record)?.actor ?? mark.dataset.record;
      return story.kindOf(actor) === "actors" && !kept.has(actor);
    });
  }
  function follow(selection, ids) {
    cards?.light(isEmpty(selection) ? null : ids);
  }

  tools.append(who, chooser ?? "", moreMenu(context, {
    charts: [...scene.figures.values()], tables: () => [...scene.tables(), cardTable(context, order)],
  }), scene.chip);
  body.append(order.length ? cards.node : h("p", {}, t("nothing-here")), rest);
  apply(state.get());
  scene.start();
  return () => {
    scene.close();
    state.close();
  };
}

function card({ t, story }, actor) {
  const quoted = story.quotationsOf(actor.id).length;
  const sentence = firstProof(story, actor.id)[0];
  return h("button", { type: "button", class: "xp-card" },
    h("span", { class: "xp-card-name", dir: "auto" }, actor.name),
    h("span", { class: "xp-card-role", dir: "auto" }, actor.role ?? t(`actor-kind.${actor.kind}`)),
    h("span", { class: "xp-card-facts" }, `${quoted ? t("says", { n: quoted }) : t("only-spoken-about")} · ${t("n-mentions", { n: actor.mentions?.length ?? 0 })}`),
    sentence ? h("span", { class: "xp-card-proof", dir: "auto" }, story.slice(...story.sentence(sentence))) : null,
  );
}

/** What an actor is reported to say, each with its form. */
function saidBy({ t, story, pickRecord }, id) {
  const quotations = story.kindOf(id) === "actors" ? story.quotationsOf(id) : [];
  if (!quotations.length) return null;
  return h("div", { class: "xp-also" }, h("p", { class: "xp-kind" }, t("n-quotations", { n: quotations.length })),
    h("ul", {}, quotations.slice(0, 8).map((q) => h("li", {}, h("button", { type: "button", class: "xp-name", onclick: () => pickRecord(q.id) }, story.slice(...q.content[0])), ` (${t(`form.${q.form}`)})`))));
}

function cardTable({ t, story }, order) {
  return {
    title: t("actors.title"),
    headers: [t("kind.actors"), t("role"), t("also-called"), t("mentioned"), t("speaks"), t("proof")],
    rows: order.map((id) => story.get(id)).map((a) => [
      a.name, a.role ?? "", (a.aliases ?? []).join(", "), t("times", { n: a.mentions?.length ?? 0 }),
      story.quotationsOf(a.id).length ? t("times", { n: story.quotationsOf(a.id).length }) : t("not-quoted"),
      firstProof(story, a.id).slice(0, 1).map((s) => story.slice(...story.sentence(s))).join(""),
    ]),
  };
}
