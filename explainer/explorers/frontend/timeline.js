// What happened when: filters, a window of time brushed across the picture, and the order of telling.

function render({ model, el }) {
  const context = frame({ model, el }, "timeline");
  const { t, tools, say } = context;
  const scene = stage(context, "timeline", { mine: (selection) => follow(selection), more: (id) => gapOf(context, id) });
  const { story, figures } = scene;
  const events = story.list("events");
  const state = ownState(context, { modality: "all", actor: "", chart: "timeline", only: false }, (now) => apply(now));
  const present = (key) => [...new Set(events.map(key).flat().filter(Boolean))];

  const happened = choice(t("did-it-happen"), [["all", t("all")], ...present((e) => e.modality).map((m) => [m, t(`modality.${m}`)])], "all", (modality) => change({ modality }));
  const who = choice(t("who"), [["", t("anyone")], ...present((e) => [...(e.participants ?? []), ...(e.source ?? [])]).map((id) => [id, story.name(id)])], "", (actor) => change({ actor }));
  const chooser = scene.chooser(state.get().chart, (chart) => state.set({ chart }));
  const window = windowControls(context, events, { set: setWindow, only: (only) => change({ only }) });

  function change(patch) {
    state.set(patch);
    say(t("events-shown", { n: events.filter((event) => wanted(event)).length }));
  }
  function wanted(event) {
    const { modality, actor, only } = state.get();
    const people = [...(event.participants ?? []), ...(event.source ?? [])];
    const selected = context.link.get().window;
    return (modality === "all" || event.modality === modality) && (!actor || people.includes(actor)) && (!only || !selected || inWindow(event, selected));
  }
  function apply(now) {
    happened.show(now.modality);
    who.show(now.actor);
    chooser?.show(now.chart);
    window.showOnly(now.only);
    scene.show(now.chart);
    const kept = new Set(events.filter(wanted).map((event) => event.id));
    const out = (mark) => story.kindOf(mark.dataset.record) === "events" && !kept.has(mark.dataset.record);
    figures.get("timeline")?.close(out);
    figures.get("telling")?.mute(out);
  }
  function setWindow(from, to) {
    context.link.set({ ...nothing(), window: [from, to] });
    const n = events.filter((event) => inWindow(event, [from, to])).length;
    say(t("window-set", { from: t.date(from), to: t.date(to), events: t("n-events", { n }) }));
  }
  function follow(selection) {
    window.show(selection.window);
    const figure = figures.get("timeline");
    if (figure) for (const picture of figure.pictures) drawWindow(picture, selection.window);
    if (state?.get().only) apply(state.get());
  }

  for (const picture of figures.get("timeline")?.pictures ?? []) brush(picture, setWindow);
  tools.append(happened, who, chooser ?? "", moreMenu(context, {
    controls: [window.node], charts: [...figures.values()], tables: () => [...scene.tables(), ...gapTable(context)],
  }), scene.chip);
  if (!events.length) context.body.append(h("p", {}, t("nothing-here")));
  apply(state.get());
  scene.start();
  return () => {
    scene.close();
    state.close();
  };
}

/** Where the picture's axis lies, in its own units and in time; null where it has none. */
function axisOf(picture) {
  const { axis, axisFrom, axisTo } = picture.dataset;
  if (!axis) return null;
  const [left, right] = axis.split(" ").map(Number);
  const [from, to] = [momentOf(axisFrom), momentOf(axisTo)];
  return {
    left, right,
    timeAt: (x) => from + ((Math.min(Math.max(x, left), right) - left) / (right - left)) * (to - from),
    xOf: (time) => left + Math.min(Math.max((time - from) / (to - from), 0), 1) * (right - left),
  };
}

/** Dragging across a picture chooses a window of time, to the hour. */
function brush(picture, done) {
  const axis = axisOf(picture);
  if (!axis) return;
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse()).x;
  const iso = (time) => new Date(Math.round(time / 3600000) * 3600000).toISOString().slice(0, 16);
  let begin = null;
  const ends = (event) => [axis.timeAt(begin), axis.timeAt(at(event))].sort((a, b) => a - b);
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

/** Two lists of dates, for those who do not drag, and a switch to hide everything else. */
function windowControls({ t, link }, events, { set, only }) {
  const dates = [...new Set(events.flatMap(({ when }) => [when?.earliest, when?.latest]).filter(Boolean))].sort();
  if (!dates.length) return { node: null, show: () => {}, showOnly: () => {} };
  const options = dates.map((date) => [date, t.date(date)]);
  const change = () => {
    const [a, b] = [value(from), value(to)].sort();
    set(a, b);
  };
  const value = (label) => label.querySelector("select").value;
  const from = choice(t("window-from"), options, dates[0], change);
  const to = choice(t("window-to"), options, dates[dates.length - 1], change);
  const hide = toggle(t("window-only"), false, only);
  return {
    node: h("div", { class: "xp-shape", role: "group", "aria-label": t("window") }, from, to, hide, h("span", { class: "xp-help" }, t("brush.help"))),
    show(window) {
      for (const [label, iso] of [[from, window?.[0]], [to, window?.[1]]]) {
        const list = label.querySelector("select");
        if (iso && ![...list.options].some((option) => option.value === iso)) list.append(h("option", { value: iso }, t.date(iso)));
        if (iso) list.value = iso;
      }
    },
    showOnly: (on) => hide.show(on),
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
