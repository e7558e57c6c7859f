// Where it happens: the map, and what is said to happen at each place.

function render({ model, el }) {
  const context = frame({ model, el }, "places");
  const { t, tools, body } = context;
  const { points = [] } = model.get("data");
  const scene = stage(context, "places", {
    more: (id) => eventsAt(context, points, id),
    mine: (selection, ids) => follow(selection, ids),
  });
  const { story } = scene;
  const options = { pick: scene.pick, leave: scene.leave };
  const cards = points.filter((p) => p.events.length).map((point) => ({ id: point.actor, node: placeCard(context, point) }));
  const named = points.filter((p) => !p.events.length).map(({ actor }) => ({ id: actor, node: h("button", { type: "button", class: "xp-name" }, story.name(actor)) }));
  const list = pickList(cards, { label: t("places.title"), ...options });
  const others = pickList(named, { label: t("only-named"), ...options });

  /** Places at which a touched event happens count as touched; so do the events of a picked place. */
  function follow(selection, ids) {
    if (isEmpty(selection)) return [list, others].forEach((l) => l.light(null));
    const near = new Set(ids);
    for (const { actor, events } of points) {
      if (selection.actors.includes(actor)) for (const event of events) near.add(event);
      if (events.some((event) => selection.events.includes(event))) near.add(actor);
    }
    for (const figure of scene.figures.values()) figure.light(near);
    for (const l of [list, others]) l.light(near);
  }

  tools.append(moreMenu(context, { charts: [...scene.figures.values()], tables: scene.tables }), scene.chip);
  if (cards.length) body.append(list.node);
  if (named.length) body.append(h("div", { class: "xp-inline" }, h("p", { class: "xp-kind" }, t("only-named")), others.node));
  scene.start();
  return scene.close;
}

function placeCard({ t, story }, { actor, events }) {
  return h("button", { type: "button", class: "xp-card" },
    h("span", { class: "xp-card-name", dir: "auto" }, story.name(actor)),
    h("span", { class: "xp-card-role" }, t("n-events", { n: events.length })),
    h("span", { class: "xp-card-proof", dir: "auto" }, events.map(story.name).join("; ")),
  );
}

function eventsAt({ t, story, pickRecord }, points, id) {
  const events = points.find((p) => p.actor === id)?.events ?? [];
  if (!events.length) return null;
  return h("div", { class: "xp-also" }, h("p", { class: "xp-kind" }, t("n-events", { n: events.length })),
    h("ul", {}, events.map((event) => h("li", {}, h("button", { type: "button", class: "xp-name", onclick: () => pickRecord(event) }, story.name(event))))));
}
