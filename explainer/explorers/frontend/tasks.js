// The tasks: native controls, feedback at once without a kernel, hints, and answers that are never lost.

const MARKS = { right: "✓", arguable: "≈", partly: "◐", wrong: "✗", none: "•" };

function render({ model, el }) {
  const context = frame({ model, el }, "tasks");
  const { t, body, tools } = context;
  const { tasks = [], work } = model.get("data");
  const self = {};
  const store = (context.store = answerStore(work));
  Object.assign(context, { work, self, link: link(context, "tasks", { changed: () => {} }) });
  const save = later(() => {
    const answers = Object.fromEntries(cards.map((card) => [card.task.id, card.get()]).filter(([, answer]) => answer !== undefined && answer !== null));
    if (JSON.stringify(answers) === JSON.stringify(model.get("answers") ?? {})) return;
    model.set("answers", answers);
    model.save_changes();
  });
  context.changed = (card) => {
    store.set(card.task, card.get(), self);
    note.show();
    follow();
  };
  const cards = tasks.map((task, i) => taskCard(context, task, i + 1));
  const progress = progressLine(context, cards);
  const note = h("p", { class: "xp-help xp-kept" });
  note.show = () => { note.textContent = t(store.isKept() ? "tasks.kept" : "tasks.not-kept"); };
  const follow = () => {
    progress.show();
    save();
  };
  const restore = () => {
    for (const card of cards) card.set(store.get(card.task));
    follow();
  };
  const fromModel = () => {
    const answers = model.get("answers") ?? {};
    for (const card of cards) {
      if (Object.hasOwn(answers, card.task.id) && !same(answers[card.task.id], card.get())) {
        card.set(answers[card.task.id]);
        store.set(card.task, answers[card.task.id], self);
      }
    }
    progress.show();
  };

  tools.setAttribute("aria-label", t("tasks.work"));
  tools.append(...workTools(context, restore));
  body.append(progress.node, ...(cards.length ? cards.map((card) => card.node) : [h("p", {}, t("tasks.empty"))]));
  context.side.remove();
  body.parentElement.after(note, tools);
  note.show();
  const known = model.get("answers") ?? {};
  for (const card of cards) card.set(store.get(card.task) ?? known[card.task.id]);
  follow();
  model.on("change:answers", fromModel);
  const unwatch = store.watch(self, restore);
  return () => {
    save.now();
    unwatch();
    model.off("change:answers", fromModel);
    context.link.close();
  };
}

/** One task with its control, its buttons and what is said about the answer. */
function taskCard(context, task, number) {
  const { t, work } = context;
  const key = work.edition === "exam" ? null : keyOf(task);
  const title = freshId("task");
  const said = h("div", { class: "xp-said", hidden: true });
  const card = { task, key };
  const control = CONTROLS[task.kind](context, task, {
    label: title,
    changed: () => {
      said.hidden = true;
      context.changed(card);
    },
  });
  const head = h("legend", { id: title }, h("span", { class: "xp-n" }, `${number}. `), words(task.prompt));
  const meta = h("p", { class: "xp-kind" }, [t(`topic.${task.topic}`), task.graded && t("tasks.minutes", { n: task.minutes })].filter(Boolean).join(" · "));
  const buttons = h("div", { class: "xp-shape" });
  const hints = h("ol", { class: "xp-hints", hidden: true });
  if (key) buttons.append(checkButton(context, card, said, control), ...hintButton(context, key, hints));
  card.node = h("div", { role: "group", class: `xp-task xp-is-${task.kind}`, "data-task": task.id, "aria-labelledby": title },
    h("fieldset", {}, head, meta, task.passage ? h("blockquote", { class: "xp-proof" }, words(task.passage)) : null, control.node, buttons, hints, said,
      key && work.edition === "teacher" ? answerKey(context, task, key) : null));
  card.get = control.get;
  card.set = (answer) => {
    if (same(answer, control.get())) return;
    control.set(answer);
    said.hidden = true;
  };
  card.isDone = () => isAnswered(task, control.get());
  return card;
}

function checkButton(context, card, said, control) {
  const { t, say } = context;
  const { task, key } = card;
  return h("button", { type: "button", class: "xp-check", onclick() {
    control.commit?.();
    const found = markAnswer(t, task, key, control.get());
    said.hidden = false;
    said.className = `xp-said xp-${found.verdict}`;
    said.replaceChildren(...feedback(context, task, key, found));
    const verdict = found.verdict === "none" ? "" : `${t(`tasks.${found.verdict}`)}. `;
    say(`${verdict}${found.why} ${found.notes.join(" ")}`.trim(), false);
  } }, t(task.kind === "text" ? "tasks.compare-it" : "tasks.check"));
}

function feedback(context, task, key, found) {
  const { t } = context;
  const answered = found.verdict !== "none" || found.spans.length;
  return [
    found.verdict === "none" ? null : h("p", { class: "xp-verdict" }, h("span", { "aria-hidden": "true" }, `${MARKS[found.verdict]} `), t(`tasks.${found.verdict}`)),
    found.why ? h("p", {}, words(found.why)) : null,
    found.notes.length ? h("ul", {}, found.notes.map((text) => h("li", {}, words(text)))) : null,
    task.kind === "text" && isSampleDue(found) && key.sample ? [h("p", { class: "xp-kind" }, t("tasks.sample")), h("p", { class: "xp-proof" }, words(key.sample))] : null,
    answered && found.proof ? [h("p", { class: "xp-kind" }, t("tasks.proof")), h("blockquote", { class: "xp-proof" }, words(found.proof))] : null,
    found.spans.length ? showInArticle(context, found.spans) : null,
  ].flat().filter(Boolean);
}

const isSampleDue = (found) => found.proof !== "" || found.spans.length > 0 || found.why !== "";

function showInArticle({ t, link: shared, say }, spans) {
  const button = h("button", { type: "button", class: "xp-show", async onclick() {
    shared.set({ spans });
    if (!(await shared.show(spans, () => button.focus()))) say(t("article-not-here"));
  } }, t("show-in-article"));
  return button;
}

function hintButton({ t, say }, key, list) {
  if (!key.hints.length) return [];
  const label = () => (list.children.length < key.hints.length ? `${t("tasks.hint")} (${list.children.length}/${key.hints.length})` : t("tasks.no-more-hints"));
  const button = h("button", { type: "button", class: "xp-hint", onclick() {
    const n = list.children.length;
    if (n === key.hints.length) return;
    list.hidden = false;
    list.append(h("li", {}, words(key.hints[n])));
    button.textContent = label();
    button.setAttribute("aria-disabled", String(n + 1 === key.hints.length));
    say(`${t("tasks.hint-n", { n: n + 1, all: key.hints.length })}: ${key.hints[n]}`, false);
  } }, label());
  return [button];
}

/** What a teacher sees below a task. */
function answerKey({ t }, task, key) {
  const text = (id) => task.options.find((o) => o.id === id)?.text ?? id;
  const { answer } = key;
  const shown = answer === null ? "–"
    : Array.isArray(answer) ? answer.map(text).join(task.kind === "order" ? " → " : "; ")
    : typeof answer === "object" ? Object.entries(answer).map(([id, group]) => `${text(id)} → ${group}`).join("; ")
    : text(answer);
  const reasons = task.options.filter((o) => key.options[o.id].why).map((o) => h("li", {}, words(`${o.text}: ${key.options[o.id].why}`)));
  return h("details", { class: "xp-more xp-key" }, h("summary", {}, t("tasks.key")),
    h("div", { class: "xp-more-in" }, h("p", {}, `${t("tasks.answer")} `, words(shown)), key.explanation ? h("p", {}, words(key.explanation)) : null,
      reasons.length ? h("ul", {}, reasons) : null, key.proof ? h("blockquote", { class: "xp-proof" }, words(key.proof)) : null));
}

function progressLine({ t }, cards) {
  const bar = h("progress", { max: Math.max(1, cards.length), "aria-hidden": "true" });
  const text = h("span", {});
  return {
    node: h("p", { class: "xp-progress" }, bar, " ", text),
    show() {
      const n = cards.filter((card) => card.isDone()).length;
      bar.value = n;
      text.textContent = t("tasks.progress", { n, all: cards.length });
    },
  };
}

/** Save, load, start again: for all tasks of the story in this browser. */
function workTools(context, restore) {
  const { t, work, store, self, say } = context;
  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": t("tasks.load") });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    try {
      if (chosen.size > MOST_BYTES) throw { key: "tasks.bad-size" };
      const entries = entriesOf(await chosen.text(), work.story);
      store.take(entries, self);
      restore();
      say(t("tasks.loaded", { n: entries.length }));
    } catch (fault) {
      say(t(fault.key ?? "tasks.bad-file", fault.values));
    }
  });
  const sure = h("div", { class: "xp-sure", hidden: true },
    h("p", {}, t("tasks.again-sure")),
    h("div", { class: "xp-shape" },
      h("button", { type: "button", class: "xp-yes", onclick() { store.clear(self); restore(); sure.hidden = true; again.focus(); say(t("tasks.removed")); } }, t("tasks.again-yes")),
      h("button", { type: "button", onclick() { sure.hidden = true; again.focus(); } }, t("tasks.again-no"))));
  const again = h("button", { type: "button", class: "xp-again", onclick() { sure.hidden = false; sure.querySelector("button:last-child").focus(); } }, t("tasks.again"));
  const save = h("button", { type: "button", class: "xp-save", onclick() {
    const name = fileName(work);
    saveFile(new Blob([answersFile(work, store.entries())], { type: "application/json" }), name);
    say(t("tasks.saved", { file: name }));
  } }, t("tasks.save"));
  return [save, h("button", { type: "button", class: "xp-load", onclick: () => file.click() }, t("tasks.load")), file, again, sure];
}

/** A call that comes a moment after the last request for it, or at once by `now`. */
function later(act, pause = 300) {
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    if (timer !== null) act();
    timer = null;
  };
  return Object.assign(() => {
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  }, { now });
}
