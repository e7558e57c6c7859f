// Shared by every explorer: elements, words, announcements, and the frame around a view.

const SVG = "http://www.w3.org/2000/svg";
const KEYS = Symbol.for("explainer.keys");
let made = 0;

/** An id that no other element of the page has. */
function freshId(stem) {
  made += 1;
  return `xp-${stem}-${Math.random().toString(36).slice(2, 8)}-${made}`;
}

/** An HTML element. Strings among the children become text, never markup; functions listen. */
function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (!safeAttribute(name, value)) throw new Error(`not an attribute for text from outside: ${name}`);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function safeAttribute(name, value) {
  if (/^(on|srcdoc|formaction|xlink:href)/i.test(name)) return false;
  return !/^(href|src|action)$/i.test(name) || /^(#|blob:|data:image\/|https?:)/i.test(String(value));
}

/** Words of the interface: t("key", {n: 3}), with plurals and dates as the language has them. */
function translator(words) {
  const language = words.locale || "en-GB";
  const plural = new Intl.PluralRules(language);
  const t = (key, values = {}) => {
    let found = words[key];
    if (found === undefined) return key;
    if (typeof found === "object") found = found[plural.select(values.n)] ?? found.other;
    return found.replace(/\{(\w+)\}/g, (_, name) => isolated(String(values[name] ?? "")));
  };
  t.language = words.language || "en";
  t.has = (key) => key in words;
  t.list = (items) => new Intl.ListFormat(language, { type: "conjunction" }).format(items.map(isolated));
  t.number = (value) => new Intl.NumberFormat(language).format(value);
  t.date = (iso) => (Number.isNaN(momentOf(iso)) ? String(iso) : dateFormat(language, iso).format(momentOf(iso)));
  t.tick = (time, unit) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...TICKS[unit === "hour" && time % 86400000 === 0 ? "day" : unit] }).format(time);
  t.range = (from, to) => {
    const ends = [momentOf(from), momentOf(to, to.length <= 10)];
    return ends.some(Number.isNaN) ? `${from} – ${to}` : dateFormat(language, from.length > to.length ? from : to).formatRange(...ends);
  };
  return t;
}

/** How an axis of time names its units. */
const TICKS = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

/** How dates of one precision ("2023", "2023-06", "2023-06-24T18:00") are shown in a language. */
function dateFormat(language, iso) {
  const parts = String(iso).split(/[-T:]/).length;
  const shape = { timeZone: "UTC", year: "numeric" };
  if (parts > 1) shape.month = "long";
  if (parts > 2) Object.assign(shape, { day: "numeric", weekday: "short" });
  if (parts > 3) Object.assign(shape, { hour: "2-digit", minute: "2-digit" });
  return new Intl.DateTimeFormat(language, shape);
}

/** Milliseconds of an ISO date without a zone, taken as UTC; the end of its day, month or year if asked. */
function momentOf(iso, end = false) {
  const [year, month, day, hour, minute] = String(iso).split(/[-T:]/).map(Number);
  const start = Date.UTC(year, (month || 1) - 1, day || 1, hour || 0, minute || 0);
  if (!end) return start;
  if (hour !== undefined) return start + 59999;
  if (day !== undefined) return Date.UTC(year, month - 1, day + 1) - 1;
  return (month !== undefined ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) - 1;
}

/** A name with right-to-left letters, fenced off so that it does not reorder the words around it. */
function isolated(text) {
  return /[\u0590-\u08ff\ufb1d-\ufeff]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** The frame of every explorer: tools above, the view, details beside or below it, one voice for announcements. */
function frame({ model, el }, name) {
  const t = translator(model.get("words") || {});
  const live = h("p", { class: "xp-live", role: "status" });
  const tools = h("div", { class: "xp-tools", role: "group", "aria-label": t("tools") });
  const body = h("div", { class: "xp-body" });
  const helpId = freshId("help");
  const help = h("p", { class: "xp-help", id: helpId }, t(t.has(`${name}.help`) ? `${name}.help` : "figure.help"));
  const side = h("div", { class: "xp-side" }, help);
  const main = h("div", { class: "xp-main" }, body, side);
  const root = h(
    "div",
    { class: `xp xp-${name}`, role: "group", "aria-label": t(`${name}.title`), lang: t.language },
    h("div", { class: "xp-in" }, tools, main, live),
  );
  el.replaceChildren(root);
  keepOwnKeys();
  /** Announce something; `seen`: on the screen too. */
  const say = (text, seen = true) => {
    live.classList.toggle("xp-unseen", !seen);
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  };
  return { model, t, root, tools, main, body, side, helpId, say };
}

/**
 * Keep JupyterLab, whose notebook is in command mode, from taking arrows and letters for itself. Its own shortcuts,
 * such as Ctrl+S, still reach it; in a field, those that edit do not.
 */
function keepOwnKeys() {
  if (globalThis[KEYS]) return;
  globalThis[KEYS] = true;
  window.addEventListener("keydown", (event) => {
    if (!event.target.closest?.(".xp")) return;
    const field = event.target.matches?.("input, textarea, select") && /^([acvxyz]|Arrow.*|Home|End|Backspace|Delete)$/i.test(event.key);
    event.target.toggleAttribute("data-lm-suppress-shortcuts", field || !(event.ctrlKey || event.metaKey));
  }, true);
}

/** A button that can be on or off. */
function toggle(label, on, change, attributes = {}) {
  const button = h("button", { type: "button", class: "xp-toggle", "aria-pressed": String(on), ...attributes }, label);
  const show = (value) => button.setAttribute("aria-pressed", String(value));
  button.addEventListener("click", () => {
    const value = button.getAttribute("aria-pressed") !== "true";
    show(value);
    change(value);
  });
  return Object.assign(button, { show });
}

/** A labelled list of choices; `options` are [value, words]. */
function choice(label, options, value, change) {
  const id = freshId("choice");
  const list = h("select", { id, onchange: () => change(list.value) }, options.map(([v, text]) => h("option", { value: v }, text)));
  list.value = value;
  return Object.assign(h("div", { class: "xp-choice" }, h("label", { for: id }, label), list), {
    show: (next) => {
      list.value = next;
    },
  });
}

/** One value of the explorer's own state (layers, filters), kept in its `view` trait. */
function ownState({ model }, defaults, changed) {
  const read = () => ({ ...defaults, ...model.get("view") });
  let state = read();
  const follow = () => {
    if (JSON.stringify(read()) === JSON.stringify(state)) return;
    state = read();
    changed(state);
  };
  model.on("change:view", follow);
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      model.set("view", state);
      saveSoon(model);
      changed(state);
    },
    close: () => model.off("change:view", follow),
  };
}

/** Act once the picture that is being made stands on the screen. */
function afterPaint(act) {
  requestAnimationFrame(() => setTimeout(act));
}

/** Tell the kernel, once the reader has seen the answer. */
function saveSoon(model) {
  afterPaint(() => model.save_changes());
}

/** Call a function at most once a frame, with the newest arguments. */
function oncePerFrame(act) {
  let asked = null;
  return (...args) => {
    if (asked === null) requestAnimationFrame(() => {
      const newest = asked;
      asked = null;
      act(...newest);
    });
    asked = args;
  };
}
