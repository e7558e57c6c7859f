// Marks an answer as practice/feedback.py does, from the key that a practice page holds; a test compares the two.

/** The key of a task, decoded; null where the page holds none. See practice/key.py. */
function keyOf(task) {
  if (!task.key) return null;
  const [head, body] = task.key.split(":");
  const salt = bytesOf(head);
  const row = byteRow(salt);
  return JSON.parse(new TextDecoder().decode(bytesOf(body).map((byte) => byte ^ row())));
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Bytes of xorshift32, started with the FNV-1a hash of the salt. */
function byteRow(salt) {
  let state = salt.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state & 255;
  };
}

/** Whether there is something to mark; an answer of another form counts as none. */
function isAnswered(task, answer) {
  if (task.kind === "many" || task.kind === "order") return knownIds(task, answer).length > 0;
  if (task.kind === "sort") return Object.keys(sortedIds(task, answer)).length > 0;
  if (typeof answer !== "string") return false;
  return task.kind === "text" ? answer.trim() !== "" : task.options.some((o) => o.id === answer);
}

/** What is said about an answer: verdict, why, notes, proof, spans. */
function markAnswer(t, task, key, answer) {
  const said = (verdict, why, notes = []) => ({ verdict, why: why.trim(), notes, proof: key?.proof ?? "", spans: key?.evidence ?? [] });
  if (!isAnswered(task, answer)) return { verdict: "none", why: t("tasks.unanswered"), notes: [], proof: "", spans: [] };
  if (!task.graded) return { verdict: "none", why: t("tasks.ungraded"), notes: [], proof: "", spans: [] };
  if (task.kind === "text") return said("none", `${t("tasks.compare")} ${key.explanation}`);
  const [verdict, notes, choice] = MARKERS[task.kind](t, task, key, answer);
  const good = verdict === "right" || verdict === "arguable";
  if (choice?.why) return said(verdict, verdict === "right" ? `${choice.why} ${key.explanation}` : choice.why, notes);
  return said(verdict, good ? key.explanation : "", notes);
}

const markOne = (t, task, key, answer) => [key.options[answer].verdict, [], key.options[answer]];

const MARKERS = {
  choice: markOne,
  place: markOne,
  many(t, task, key, answer) {
    const taken = new Set(knownIds(task, answer));
    const of = (verdict, isTaken) => task.options.filter((o) => key.options[o.id].verdict === verdict && taken.has(o.id) === isTaken);
    const wrong = of("wrong", true);
    const missed = of("right", false);
    if (!wrong.length && !missed.length) return [of("arguable", true).length ? "arguable" : "right", [], null];
    const notes = wrong.length ? wrong.map((o) => t("tasks.note", { what: o.text, why: key.options[o.id].why })) : [t("tasks.missing", { n: missed.length })];
    return [of("right", true).length ? "partly" : "wrong", notes, null];
  },
  order(t, task, key, answer) {
    const given = knownIds(task, answer);
    const kept = key.before.filter(([a, b]) => given.includes(a) && given.includes(b) && given.indexOf(a) < given.indexOf(b));
    if (kept.length === key.before.length) return ["right", [], null];
    const text = (id) => task.options.find((o) => o.id === id).text;
    const broken = given.slice(1).map((a, i) => [a, given[i]]).find(([a, b]) => key.before.some(([x, y]) => x === a && y === b));
    const notes = broken ? [t("tasks.came-before", { first: text(broken[0]), second: text(broken[1]) })] : [];
    return [2 * kept.length >= key.before.length ? "partly" : "wrong", notes, null];
  },
  sort(t, task, key, answer) {
    const given = sortedIds(task, answer);
    const right = (o) => given[o.id] === key.options[o.id].group;
    const defended = (o) => !right(o) && key.options[o.id].also.includes(given[o.id]);
    const wrong = task.options.filter((o) => !right(o) && !defended(o));
    const arguable = task.options.filter(defended);
    const notes = [
      ...wrong.map((o) => t(noteOn(given[o.id], key.options[o.id].why), { what: o.text, why: key.options[o.id].why })),
      ...arguable.map((o) => t("tasks.defended", { what: o.text, given: given[o.id], best: key.options[o.id].group })),
    ];
    if (!wrong.length) return [arguable.length ? "arguable" : "right", notes, null];
    return [wrong.length < task.options.length ? "partly" : "wrong", notes, null];
  },
};

function noteOn(group, why) {
  if (!group) return "tasks.unsorted";
  return why ? "tasks.note" : "tasks.elsewhere";
}

/** The ids of a list that the task has, each once, in their order. */
function knownIds(task, answer) {
  const ids = new Set(task.options.map((o) => o.id));
  return Array.isArray(answer) ? [...new Set(answer)].filter((id) => ids.has(id)) : [];
}

/** The groups given to options that the task has. */
function sortedIds(task, answer) {
  const given = answer && typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  return Object.fromEntries(task.options.filter((o) => Object.hasOwn(given, o.id) && task.groups.includes(given[o.id])).map((o) => [o.id, given[o.id]]));
}
