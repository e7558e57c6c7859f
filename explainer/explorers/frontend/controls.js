// The controls of the tasks: native elements, so that keyboard and screen reader work.

/** Whether two answers are the same; none is none. */
function same(a, b) {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Words from outside, each in its own direction. */
function words(text) {
  return h("bdi", { dir: "auto" }, text);
}

/** The controls by kind of task: each has a node, `get`, `set` and says when it changed. */
const CONTROLS = {
  choice: (context, task, options) => pickOne(context, task, options, "pick-one"),
  place: (context, task, options) => pickOne(context, task, options, "pick-place"),

  many({ t }, task, { changed }) {
    const boxes = task.options.map((o) => h("input", { type: "checkbox", value: o.id, onchange: changed }));
    return {
      node: h("div", {}, h("p", { class: "xp-help" }, t("tasks.pick-many")), h("div", { class: "xp-options" }, boxes.map((box, i) => h("label", {}, box, words(task.options[i].text))))),
      get: () => orNull(boxes.filter((box) => box.checked).map((box) => box.value)),
      set: (answer) => boxes.forEach((box) => { box.checked = knownIds(task, answer).includes(box.value); }),
    };
  },

  sort({ t }, task, { changed }) {
    const lists = task.options.map((o) => {
      const id = freshId("sort");
      const list = h("select", { id, onchange: changed }, h("option", { value: "" }, t("tasks.choose")), task.groups.map((group) => h("option", { value: group }, group)));
      return { o, list, node: h("li", {}, h("label", { for: id }, words(o.text)), list) };
    });
    return {
      node: h("div", {}, h("p", { class: "xp-help" }, t("tasks.pick-group")), h("p", { class: "xp-on-paper", dir: "auto" }, task.groups.join(" / ")), h("ul", { class: "xp-sort" }, lists.map(({ node }) => node))),
      get: () => orNull(Object.fromEntries(lists.filter(({ list }) => list.value).map(({ o, list }) => [o.id, list.value]))),
      set: (answer) => lists.forEach(({ o, list }) => { list.value = sortedIds(task, answer)[o.id] ?? ""; }),
    };
  },

  text(context, task, { label, changed }) {
    const box = h("textarea", { rows: 3, maxlength: 20000, dir: "auto", "aria-labelledby": label, oninput: changed });
    return { node: box, get: () => box.value || null, set: (answer) => { box.value = typeof answer === "string" ? answer : ""; } };
  },

  order: orderControl,
};

function pickOne({ t }, task, { changed }, help) {
  const name = freshId("pick");
  const radios = task.options.map((o) => h("input", { type: "radio", name, value: o.id, onchange: changed }));
  const rows = radios.map((radio, i) => h("label", {}, radio, words(task.options[i].text)));
  return {
    node: h("div", {}, h("p", { class: "xp-help" }, t(`tasks.${help}`)), h("div", { class: task.kind === "place" ? "xp-options xp-line" : "xp-options" }, rows)),
    get: () => radios.find((radio) => radio.checked)?.value ?? null,
    set: (answer) => radios.forEach((radio) => { radio.checked = radio.value === answer; }),
  };
}

/** A list whose lines move up and down by buttons; untouched, it is no answer until it is checked. */
function orderControl({ t, say }, task, { changed }) {
  const first = task.options.map((o) => o.id);
  let ids = first;
  let touched = false;
  const list = h("ol", { class: "xp-order" });
  const rows = new Map(task.options.map((o) => {
    const up = h("button", { type: "button", "aria-label": t("tasks.up", { what: o.text }), onclick: () => move(o, -1, up) }, "↑");
    const down = h("button", { type: "button", "aria-label": t("tasks.down", { what: o.text }), onclick: () => move(o, 1, down) }, "↓");
    return [o.id, { up, down, node: h("li", {}, words(o.text), h("span", { class: "xp-arrows" }, up, down)) }];
  }));
  const draw = () => {
    list.replaceChildren(...ids.map((id) => rows.get(id).node));
    ids.forEach((id, i) => {
      rows.get(id).up.setAttribute("aria-disabled", String(i === 0));
      rows.get(id).down.setAttribute("aria-disabled", String(i === ids.length - 1));
    });
  };
  const move = (option, step, button) => {
    const from = ids.indexOf(option.id);
    const to = from + step;
    if (to < 0 || to >= ids.length) return;
    ids = ids.with(from, ids[to]).with(to, option.id);
    touched = true;
    draw();
    button.focus();
    say(t("tasks.moved", { what: option.text, n: to + 1, all: ids.length }), false);
    changed();
  };
  draw();
  return {
    node: h("div", {}, h("p", { class: "xp-help" }, t("tasks.put-in-order")), list),
    get: () => (touched ? ids : null),
    set(answer) {
      const known = knownIds(task, answer);
      touched = known.length > 0;
      ids = [...known, ...first.filter((id) => !known.includes(id))];
      draw();
    },
    commit() {
      if (touched) return;
      touched = true;
      changed();
    },
  };
}

/** Nothing chosen is no answer. */
function orNull(answer) {
  return (Array.isArray(answer) ? answer.length : Object.keys(answer).length) ? answer : null;
}
