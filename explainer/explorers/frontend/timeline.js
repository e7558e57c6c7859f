// What happened when: filters, a window of time brushed across the picture, and the order of telling.

function render({ model, el }) {
  const context = frame({ model, el }, "timeline");
  const { t, tools, say } = context;
  const scene = stage(context, "timeline", { mine: (selection) => follow(selection), more: (id) => gapOf(context, id) });
  const { story, figures } = scene;
  const events = story.list("events");
  const state = ownState(context, { modality: "all", actor: "", chart: "timeline", zoom: false, said: false }, (now) => apply(now));
  const present = (key) => [...new Set(events.map(key).flat().filter(Boolean))];

  const happened = choice(t("did-it-happen"), [["all", t("all")], ...present((e) => e.modality).map((m) => [m, t(`modality.${m}`)])], "all", (modality) => change({ modality }));
  const who = choice(t("who"), [["", t("anyone")], ...present((e) => [...(e.participants ?? []), ...(e.source ?? [])]).map((id) => [id, story.name(id)])], "", (actor) => change({ actor }));
  const charts = [...figures.keys()].flatMap((id) => (id === "timeline" && events.some((e) => e.participants?.length) ? [id, "lanes"] : [id]));
  const chooser = charts.length > 1 ? choice(t("chart"), charts.map((id) => [id, t(`chart.${id}`)]), "timeline", (chart) => state.set({ chart })) : null;
  const window = windowControls(context, events, { set: setWindow, day: zoomTo });
  const zoom = toggle(t("zoom"), false, (on) => change({ zoom: on }), { hidden: true });
  const said = toggle(t("show-reported"), false, (on) => state.set({ said: on }));
  const pictures = figures.get("timeline")?.pictures ?? [];
  const rows = pictures.map((picture) => timelineRows(context, picture));

  function change(patch) {
    state.set(patch);
    say(t("events-shown", { n: events.filter((event) => wanted(event)).length }));
  }
  function wanted(event) {
    const { modality, actor, zoom: near } = state.get();
    const people = [...(event.participants ?? []), ...(event.source ?? [])];
    const selected = context.link.get().window;
    return (modality === "all" || event.modality === modality) && (!actor || people.includes(actor)) && (!near || !selected || inWindow(event, selected));
  }
  function apply(now) {
    happened.show(now.modality);
    who.show(now.actor);
    chooser?.show(now.chart);
    said.show(now.said);
    scene.show(now.chart === "lanes" ? "timeline" : now.chart);
    arrange();
    figures.get("telling")?.mute((mark) => story.kindOf(mark.dataset.record) === "events" && !wanted(story.get(mark.dataset.record)));
  }
  /** Put the rows of the timeline where filters, lanes and zoom want them. */
  function arrange() {
    const { chart, zoom: near, said: both } = state.get();
    const selected = context.link.get().window;
    zoom.hidden = !selected || !pictures.some(axisOf);
    zoom.show(near);
    const kept = new Set(events.filter(wanted).map((event) => event.id));
    const lane = chart === "lanes" ? (event) => (event.participants?.length ? story.name(event.participants[0]) : t("nobody-named")) : null;
    for (const each of rows) each.arrange({ kept, window: near ? selected : null, lane, said: both });
    for (const picture of pictures) drawWindow(picture, near ? null : selected);
    figures.get("timeline")?.move.refresh();
  }
  function setWindow(from, to) {
    context.link.set({ ...nothing(), window: [from, to] });
    const n = events.filter((event) => inWindow(event, [from, to])).length;
    say(t("window-set", { from: t.date(from), to: t.date(to), events: t("n-events", { n }) }));
  }
  function zoomTo(from, to) {
    setWindow(from, to);
    state.set({ zoom: true });
  }
  let shown = null;
  function follow({ window: selected }) {
    const same = JSON.stringify(selected) === JSON.stringify(shown);
    shown = selected;
    if (same) return;
    window.show(selected);
    arrange();
  }

  for (const picture of pictures) brush(picture, setWindow);
  if (figures.has("timeline")) {
    figures.get("timeline").arrange = arrange;
    zoomByKey(figures.get("timeline").host, story, { to: zoomTo, out: () => change({ zoom: false }) });
  }
  tools.append(happened, who, chooser ?? "", moreMenu(context, {
    controls: [window.node, events.some((event) => event.reported) ? h("div", { class: "xp-shape" }, said) : null], charts: [...figures.values()], tables: () => [...scene.tables(), ...gapTable(context)],
  }), scene.chip, zoom);
  if (!events.length) context.body.append(h("p", {}, t("nothing-here")));
  apply(state.get());
  scene.start();
  return () => {
    scene.close();
    state.close();
  };
}

/** Plus looks closer at the time of the event in focus, minus shows the whole time again. */
function zoomByKey(host, story, { to, out }) {
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { earliest, latest } = story.get(event.target.dataset.record)?.when ?? {};
    if (event.key === "-") out();
    else if (event.key === "+" && (earliest || latest)) to(earliest ?? latest, latest ?? earliest);
  });
}

/** Dragging across a picture chooses a window of time, to the hour. */
function brush(picture, done) {
  if (!axisOf(picture)) return;
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse()).x;
  const iso = (time) => isoOf(Math.round(time / HOUR) * HOUR);
  let begin = null;
  const ends = (event) => [begin, at(event)].map(axisOf(picture).timeAt).sort((a, b) => a - b);
  const draw = oncePerFrame((from, to) => drawWindow(picture, begin === null ? null : [iso(from), iso(to)]));
  picture.classList.add("xp-brush");
  picture.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") begin = at(event);
  });
  picture.addEventListener("pointermove", (event) => {
    if (begin === null || Math.abs(at(event) - begin) < 6) return;
    picture.setPointerCapture(event.pointerId);
    draw(...ends(event));
  });
  picture.addEventListener("pointerup", (event) => {
    if (begin === null) return;
    const moved = Math.abs(at(event) - begin) >= 6;
    const [from, to] = ends(event);
    begin = null;
    if (!moved) return;
    swallowClick(picture);
    done(iso(from), iso(to));
  });
  picture.addEventListener("pointercancel", () => {
    begin = null;
  });
}

/** The click that ends a drag picks nothing. */
function swallowClick(picture) {
  const stop = (event) => event.stopPropagation();
  picture.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => picture.removeEventListener("click", stop, { capture: true }));
}

/** The chosen window as a band behind the marks. */
function drawWindow(picture, window) {
  const axis = axisOf(picture);
  let band = picture.querySelector(".xp-window");
  if (!axis || !window) return band?.remove();
  if (!band) {
    band = svg("rect", { class: "xp-window", y: 0 });
    picture.querySelector("[data-record]")?.before(band);
  }
  const [from, to] = [axis.xOf(momentOf(window[0])), axis.xOf(momentOf(window[1], true))];
  band.setAttribute("x", from);
  band.setAttribute("width", Math.max(2, to - from));
  band.setAttribute("height", picture.viewBox.baseVal.height);
  return band;
}

/** Lists of days and dates, for those who do not drag. */
function windowControls({ t }, events, { set, day }) {
  const dates = [...new Set(events.flatMap(({ when }) => [when?.earliest, when?.latest]).filter(Boolean))].sort();
  if (!dates.length) return { node: null, show: () => {} };
  const days = [...new Set(dates.filter((date) => date.length >= 10).map((date) => date.slice(0, 10)))];
  const options = dates.map((date) => [date, t.date(date)]);
  const value = (label) => label.querySelector("select").value;
  const change = () => set(...[value(from), value(to)].sort());
  const from = choice(t("window-from"), options, dates[0], change);
  const to = choice(t("window-to"), options, dates[dates.length - 1], change);
  const near = choice(t("zoom-to-day"), [["", t("choose-day")], ...days.map((date) => [date, t.date(date)])], "", (date) => date && day(date, date));
  return {
    node: h("div", { class: "xp-shape", role: "group", "aria-label": t("window") }, days.length ? near : null, from, to, h("span", { class: "xp-help" }, t("brush.help"))),
    show(window) {
      near.show(window && window[0] === window[1] && days.includes(window[0]) ? window[0] : "");
      for (const [label, iso] of [[from, window?.[0]], [to, window?.[1]]]) {
        const list = label.querySelector("select");
        if (iso && ![...list.options].some((option) => option.value === iso)) list.append(h("option", { value: iso }, t.date(iso)));
        if (iso) list.value = iso;
      }
    },
  };
}

/** When it happened and when it was said, where the article tells both. */
function gapOf({ t, story }, id) {
  const event = story.get(id);
  if (!event?.reported) return null;
  return h("p", { class: "xp-gap" }, `${t("happened-when")}: ${period(t, event.when)}. ${t("reported-when")}: ${period(t, event.reported)}.`);
}

function gapTable({ t, story }) {
  const rows = story.list("events").filter((event) => event.reported)
    .map((event) => [event.label, period(t, event.when), period(t, event.reported)])
    .filter(([, happened, said]) => happened !== said);
  return rows.length ? [{ title: t("gap"), headers: [t("kind.events"), t("happened-when"), t("reported-when")], rows }] : [];
}
