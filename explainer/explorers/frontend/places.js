// Where it happens: a sketch of where the places lie to each other, and what is said to happen at each.

function render({ model, el }) {
  const t = translator(model.get("words") || {});
  const data = model.get("data");
  const story = storyOf(model, t);
  const points = data.points ?? [];
  const located = points.filter((p) => p.north !== undefined && story.get(p.actor));
  const charts = located.length ? { places: sketchChart(t, story, located) } : {};
  const withSketch = {
    get: (name) => (name === "data" ? { ...data, charts } : model.get(name)),
    set: (name, value) => model.set(name, value),
    on: (event, listener) => model.on(event, listener),
    off: (event, listener) => model.off(event, listener),
    save_changes: () => model.save_changes(),
  };
  const context = frame({ model: withSketch, el }, "places");
  const scene = stage(context, "places", {
    more: (id) => eventsAt(context, points, id),
    mine: (selection, ids) => list?.light(isEmpty(selection) ? null : withPlaces(story, selection, ids)),
  });
  const options = { pick: scene.pick, leave: scene.leave };
  const cards = points.filter((p) => p.events.length).map((point) => ({ id: point.actor, node: placeCard(context, point) }));
  const named = points.filter((p) => !p.events.length).map(({ actor }) => ({ id: actor, node: h("button", { type: "button", class: "xp-name" }, story.name(actor)) }));
  const list = pickList(cards, { label: t("places.title"), ...options });
  const others = h("div", { class: "xp-inline" }, h("p", { class: "xp-kind" }, t("only-named")), pickList(named, { label: t("only-named"), ...options }).node);
  context.tools.append(moreMenu(context, {
    charts: [...scene.figures.values()],
    tables: () => [{ title: t("places.title"), headers: [t("where"), t("kind.events")], rows: points.map((p) => [story.name(p.actor), p.events.map(story.name).join("; ")]) }],
  }), scene.chip);
  context.body.append(...[cards.length && list.node, named.length && others, !points.length && h("p", {}, t("nothing-here"))].filter(Boolean));
  scene.start();
  return scene.close;
}

/** Places at which a touched event happens count as touched. */
function withPlaces(story, selection, ids) {
  const places = selection.events.map((id) => story.get(id)?.where).filter(Boolean);
  return new Set([...ids, ...places]);
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

function sketchChart(t, story, points) {
  const names = t.list(points.map((p) => story.name(p.actor)));
  const chart = { id: "places", title: t("places.sketch"), alt: names, caption: t("places.caption"), headers: [], rows: [] };
  return { ...chart, wide: sketch(story, points, 800, 420), narrow: sketch(story, points, 360, 360) };
}

/** Each place in its direction from the middle one; the farther off, the more its distance is shortened. */
function sketch(story, points, width, height) {
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const [north, east] = [middle(points.map((p) => p.north)), middle(points.map((p) => p.east))];
  const short = (degrees) => Math.sign(degrees) * Math.sqrt(Math.abs(degrees));
  const flat = points.map((p) => ({ ...p, x: short((p.east - east) * Math.cos((north * Math.PI) / 180)), y: -short(p.north - north) }));
  const fit = (key, low, high) => {
    const values = flat.map((p) => p[key]);
    const [from, to] = [Math.min(...values), Math.max(...values)];
    return (value) => (to > from ? low + ((value - from) / (to - from)) * (high - low) : (low + high) / 2);
  };
  const [x, y] = [fit("x", 40, width - 150), fit("y", 40, height - 40)];
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "xp-sketch", "font-size": "13" },
    svg("rect", { class: "f-band", width, height }), northArrow(width));
  const taken = [];
  for (const point of flat) picture.append(placeMark(story, point, x(point.x), y(point.y), taken, width));
  return picture;
}

function northArrow(width) {
  return svg("g", { "aria-hidden": "true", transform: `translate(${width - 24} 44)` },
    svg("path", { class: "s-soft", d: "M0 0V-24M-5 -17L0 -26L5 -17", "stroke-width": "1.5" }), svg("text", { class: "f-soft", "text-anchor": "middle", y: 14 }, "N"));
}

function placeMark(story, { actor, events }, x, y, taken, width) {
  const name = story.name(actor);
  const words = name.length > 26 ? `${name.slice(0, 25)}…` : name;
  const room = words.length * 7.4 + 6;
  const spots = [[x + 12, y + 5], [x - 12 - room, y + 5], [x + 12, y + 21], [x + 12, y - 11], [x - room / 2, y + 26], [x - room / 2, y - 16]];
  const free = ([left, base]) => left >= 2 && left + room <= width - 2 && !taken.some((box) => left < box[2] && box[0] < left + room && base - 13 < box[3] && box[1] < base + 4);
  const [left, base] = spots.find(free) ?? spots[0];
  taken.push([left, base - 13, left + room, base + 4], [x - 8, y - 8, x + 8, y + 8]);
  const label = [name, ...events.map(story.name)].join(". ");
  return svg("g", { "data-record": actor, "data-kind": "place", "aria-label": label },
    svg("circle", { class: events.length ? "f-accent s-accent" : "f-paper s-accent", cx: x, cy: y, r: events.length ? 7 : 5, "stroke-width": "1.6" }),
    svg("text", { class: "f-ink", x: left, y: base }, words));
}
