// Keeps answers: in the browser at each change, and in one file on request. See practice/answers.py.

const ANSWERS_FORMAT = "explainer-answers/1";
const MOST_BYTES = 2_000_000;
const MEMORY = (globalThis[Symbol.for("explainer.answers")] ??= new Map());
const CHANGED = "explainer-answers";

/** The answers of one learner to one story. All tasks of the story in this browser share them. */
function answerStore({ story, student }) {
  const place = `${ANSWERS_FORMAT}:${story}:${student}`;
  const name = (exercise, mark) => `${exercise}@${mark}`;
  let kept = true;
  const read = () => {
    try {
      return cleanEntries(JSON.parse(localStorage.getItem(place) ?? "{}"));
    } catch {
      return cleanEntries(MEMORY.get(place) ?? {});
    }
  };
  const write = (entries, from) => {
    MEMORY.set(place, entries);
    try {
      localStorage.setItem(place, JSON.stringify(entries));
      kept = true;
    } catch {
      kept = false;
    }
    dispatchEvent(new CustomEvent(CHANGED, { detail: { place, from } }));
  };
  const probe = () => {
    try {
      localStorage.setItem(`${place}?`, "");
      localStorage.removeItem(`${place}?`);
    } catch {
      kept = false;
    }
  };
  probe();
  return {
    isKept: () => kept,
    get: (task) => read()[name(task.id, task.mark)]?.answer,
    set(task, answer, from) {
      const changed = new Date().toISOString();
      write({ ...read(), [name(task.id, task.mark)]: { exercise: task.id, mark: task.mark, answer, changed } }, from);
    },
    entries: () => Object.values(read()),
    /** Take entries over; those of other tasks stay as they are. */
    take(entries, from) {
      const taken = Object.fromEntries(entries.map((entry) => [name(entry.exercise, entry.mark), entry]));
      write({ ...read(), ...taken }, from);
    },
    clear: (from) => write({}, from),
    /** Call back when somebody else changed the answers, here or in another window. */
    watch(self, act) {
      const here = ({ detail }) => detail.place === place && detail.from !== self && act();
      const elsewhere = ({ key }) => (key === place || key === null) && act();
      addEventListener(CHANGED, here);
      addEventListener("storage", elsewhere);
      return () => {
        removeEventListener(CHANGED, here);
        removeEventListener("storage", elsewhere);
      };
    },
  };
}

/** Only what is an entry: a browser's store can hold anything. */
function cleanEntries(value) {
  const listed = value && typeof value === "object" ? Object.entries(value) : [];
  return Object.fromEntries(listed.filter(([, entry]) => isEntry(entry)));
}

function isEntry(entry) {
  return entry !== null && typeof entry === "object" && typeof entry.exercise === "string" && typeof (entry.mark ?? "") === "string" && isAnswer(entry.answer);
}

function isAnswer(value) {
  if (value === null || value === undefined || typeof value === "string") return true;
  return typeof value === "object" && Object.values(value).every((item) => typeof item === "string");
}

/** The content of the file. */
function answersFile(work, entries) {
  const { story, lesson, student, seed } = work;
  const answers = entries.map(({ exercise, mark, answer, changed }) => ({ exercise, answer: answer ?? null, mark: mark ?? "", changed: changed ?? null }));
  return JSON.stringify({ format: ANSWERS_FORMAT, story, lesson, student, seed, saved: new Date().toISOString(), answers }, null, 1);
}

/** The entries of a file; throws {key, values}, one sentence of the catalogue, where it is none of this story. */
function entriesOf(text, story) {
  let data;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw { key: "tasks.bad-file" };
  }
  if (data === null || typeof data !== "object" || !("format" in data)) throw { key: "tasks.bad-file" };
  if (data.format !== ANSWERS_FORMAT) throw { key: "tasks.bad-format", values: { format: String(data.format).slice(0, 60) } };
  if (data.story !== story) throw { key: "tasks.bad-story", values: { story: String(data.story).slice(0, 80) } };
  if (!Array.isArray(data.answers) || !data.answers.every(isEntry)) throw { key: "tasks.bad-file" };
  return data.answers.map((entry) => ({ ...entry, mark: entry.mark ?? "" }));
}

/** A file name from the story and the learner's code. */
function fileName({ story, student }) {
  const plain = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${["answers", plain(story), plain(student)].filter(Boolean).join("-")}.json`;
}
